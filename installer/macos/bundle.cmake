# Written for macOS and not run yet: no such machine was at hand.
# An application bundle that holds both programs, Qt, the libraries and the project's revisions, and a
# disk image with it:
#   cmake --preset macos && cmake --build --preset macos && (cd build-macos && cpack -G DragNDrop)
set(bundle "Socrates Admin.app")
set(macos_files "${PROJECT_SOURCE_DIR}/installer/macos")
set(macos_made "${PROJECT_BINARY_DIR}/macos")

# The icon in the sizes that an .icns holds, drawn by the same tool as Linux's.
set(drawing "${PROJECT_SOURCE_DIR}/resources/icons/socrates-admin.svg")
set(iconset "${macos_made}/SocratesAdmin.iconset")
set(icns "${macos_made}/SocratesAdmin.icns")
add_executable(icons "${PROJECT_SOURCE_DIR}/installer/tools/icons.cpp")
target_link_libraries(icons PRIVATE socrates_ui)
add_custom_command(OUTPUT "${icns}"
    COMMAND icons "${drawing}" "${macos_made}/drawn" 16 32 64 128 256 512 1024
    COMMAND "${CMAKE_COMMAND}" -DDRAWN=${macos_made}/drawn -DICONSET=${iconset} -P "${macos_files}/iconset.cmake"
    COMMAND iconutil --convert icns --output "${icns}" "${iconset}"
    DEPENDS "${drawing}" "${macos_files}/iconset.cmake" VERBATIM)
add_custom_target(socrates_macos_files ALL DEPENDS "${icns}")
install(FILES "${icns}" DESTINATION "${bundle}/Contents/Resources")

set_target_properties(socrates-admin PROPERTIES
    MACOSX_BUNDLE ON
    MACOSX_BUNDLE_INFO_PLIST "${macos_files}/Info.plist.in"
    OUTPUT_NAME "Socrates Admin")
install(TARGETS socrates-admin BUNDLE DESTINATION .)
# Beside the desktop, so that both use the same frameworks; whoever wants it on PATH links to it.
install(TARGETS socrates-migrate RUNTIME DESTINATION "${bundle}/Contents/MacOS")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/migrations" DESTINATION "${bundle}/Contents/Resources")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${bundle}/Contents/Resources")
socrates_install_vcpkg_licences("${bundle}/Contents/Resources/licences")

# macdeployqt, by Qt's own script: frameworks, plugins, and the libraries that either program loads.
file(GENERATE OUTPUT "${macos_made}/deploy.cmake" CONTENT "
set(QT_DEPLOY_PREFIX \"\${CMAKE_INSTALL_PREFIX}\")
include(\"${QT_DEPLOY_SUPPORT}\")
qt_deploy_runtime_dependencies(
    EXECUTABLE \"${bundle}\"
    ADDITIONAL_EXECUTABLES \"${bundle}/Contents/MacOS/socrates-migrate\"
    GENERATE_QT_CONF)
")
install(SCRIPT "${macos_made}/deploy.cmake")

set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME "Socrates Admin ${PROJECT_VERSION}")
set(CPACK_DMG_FORMAT UDZO)
set(CPACK_PACKAGE_FILE_NAME "socrates-admin-${PROJECT_VERSION}-${CMAKE_SYSTEM_PROCESSOR}")
