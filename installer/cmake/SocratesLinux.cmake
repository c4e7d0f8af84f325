# What a Linux desktop and a Linux shell expect beside the programs: menu entry, pictures, software
# centre's data, manuals, completion, licence. What is made of our own tables is made while building.
set(linux_files "${PROJECT_SOURCE_DIR}/installer/linux")
set(linux_made "${PROJECT_BINARY_DIR}/linux")
set(linux_outputs)

# Manual and completion of the command line, from its table of commands.
add_executable(shellfiles "${PROJECT_SOURCE_DIR}/installer/tools/shellfiles.cpp")
target_link_libraries(shellfiles PRIVATE socrates_cli)
set(shell_outputs "${linux_made}/socrates-migrate.1" "${linux_made}/socrates-migrate"
    "${linux_made}/_socrates-migrate")
add_custom_command(OUTPUT ${shell_outputs}
    COMMAND shellfiles "${linux_files}/socrates-migrate.1" "${linux_made}"
    DEPENDS shellfiles "${linux_files}/socrates-migrate.1" VERBATIM)
list(APPEND linux_outputs ${shell_outputs})
set(completions "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
set(zsh_completions "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES "${linux_made}/socrates-migrate" DESTINATION "${completions}")
install(FILES "${linux_made}/_socrates-migrate" DESTINATION "${zsh_completions}")

# Debian wants manuals and the change log compressed, without a time in them.
find_program(GZIP_PROGRAM gzip REQUIRED)
function(socrates_install_gzipped source destination name)
    set(packed "${linux_made}/${name}.gz")
    add_custom_command(OUTPUT "${packed}"
        COMMAND ${GZIP_PROGRAM} -9nc "${source}" > "${packed}"
        DEPENDS "${source}" VERBATIM)
    set(linux_outputs ${linux_outputs} "${packed}" PARENT_SCOPE)
    install(FILES "${packed}" DESTINATION "${destination}")
endfunction()
socrates_install_gzipped("${linux_made}/socrates-migrate.1" "${CMAKE_INSTALL_MANDIR}/man1" socrates-migrate.1)
configure_file("${linux_files}/changelog" "${linux_made}/changelog" @ONLY)
socrates_install_gzipped("${linux_made}/changelog" "${CMAKE_INSTALL_DOCDIR}" changelog)
socrates_install_gzipped("${PROJECT_SOURCE_DIR}/CHANGELOG.md" "${CMAKE_INSTALL_DOCDIR}" NEWS.md)

configure_file("${linux_files}/copyright" "${linux_made}/copyright" COPYONLY)
install(FILES "${linux_made}/copyright" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

if(SOCRATES_DESKTOP)
    install(FILES "${linux_files}/socrates-admin.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
    install(FILES "${linux_files}/org.socrates_admin.SocratesAdmin.metainfo.xml"
            DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
    install(FILES "${linux_files}/completions/socrates-admin" DESTINATION "${completions}")
    install(FILES "${linux_files}/completions/_socrates-admin" DESTINATION "${zsh_completions}")
    configure_file("${linux_files}/socrates-admin.1" "${linux_made}/socrates-admin.1" @ONLY)
    socrates_install_gzipped("${linux_made}/socrates-admin.1" "${CMAKE_INSTALL_MANDIR}/man1" socrates-admin.1)

    # The drawing itself, and pictures for what cannot draw it.
    set(hicolor "${CMAKE_INSTALL_DATADIR}/icons/hicolor")
    set(drawing "${PROJECT_SOURCE_DIR}/resources/icons/socrates-admin.svg")
    install(FILES "${drawing}" DESTINATION "${hicolor}/scalable/apps")
    set(sizes 16 22 24 32 48 64 128 256 512)
    list(TRANSFORM sizes REPLACE "(.+)" "${linux_made}/icons/\\1.png" OUTPUT_VARIABLE pictures)
    add_executable(icons "${PROJECT_SOURCE_DIR}/installer/tools/icons.cpp")
    target_link_libraries(icons PRIVATE socrates_ui)
    add_custom_command(OUTPUT ${pictures}
        COMMAND icons "${drawing}" "${linux_made}/icons" ${sizes}
        DEPENDS "${drawing}" VERBATIM)
    list(APPEND linux_outputs ${pictures})
    foreach(size ${sizes})
        install(FILES "${linux_made}/icons/${size}.png" DESTINATION "${hicolor}/${size}x${size}/apps"
                RENAME socrates-admin.png)
    endforeach()
endif()
add_custom_target(socrates_linux_files ALL DEPENDS ${linux_outputs})
