# cmake -DDRAWN=folder -DICONSET=folder -P iconset.cmake: names the pictures as iconutil wants them,
# each side once for plain screens and once for those of double density.
file(MAKE_DIRECTORY "${ICONSET}")
foreach(side 16 32 128 256 512)
    math(EXPR doubled "${side} * 2")
    configure_file("${DRAWN}/${side}.png" "${ICONSET}/icon_${side}x${side}.png" COPYONLY)
    configure_file("${DRAWN}/${doubled}.png" "${ICONSET}/icon_${side}x${side}@2x.png" COPYONLY)
endforeach()
