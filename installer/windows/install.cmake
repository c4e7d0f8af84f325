# What a folder of the programs holds on Windows: the programs, every library they load, Qt's
# plugins, the project's migrations and the licences. Sets up CPack's installer.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
set(windows_plugin_files "")
if(SOCRATES_DESKTOP)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets) # with their plugins
    set(windows_style Qt6::QWindowsVistaStylePlugin)
    if(TARGET Qt6::QModernWindowsStylePlugin) # its name since Qt 6.7
        set(windows_style Qt6::QModernWindowsStylePlugin)
    endif()
    install(FILES $<TARGET_FILE:Qt6::QWindowsIntegrationPlugin> $<TARGET_FILE:Qt6::QOffscreenIntegrationPlugin>
            DESTINATION platforms)
    install(FILES $<TARGET_FILE:${windows_style}> DESTINATION styles)
    foreach(plugin Qt6::QWindowsIntegrationPlugin Qt6::QOffscreenIntegrationPlugin ${windows_style})
        list(APPEND windows_plugin_files "$<TARGET_FILE:${plugin}>")
    endforeach()
endif()
install(FILES "${PROJECT_SOURCE_DIR}/installer/windows/command-line.cmd" DESTINATION .)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION licences RENAME socrates-admin.txt)
if(EXISTS "${SOCRATES_WINDOWS_PREFIX}/share/licences") # what installer/windows/build.sh built
    install(DIRECTORY "${SOCRATES_WINDOWS_PREFIX}/share/licences/" DESTINATION licences)
    install(FILES "${PROJECT_SOURCE_DIR}/installer/windows/licences.txt" DESTINATION licences RENAME README.txt)
endif()
socrates_install_vcpkg_licences(licences)
if(MSVC) # whose runtime not every Windows has
    set(CMAKE_INSTALL_SYSTEM_RUNTIME_DESTINATION .)
    include(InstallRequiredSystemLibraries)
endif()

# The private server for people who have none: PostgreSQL's own programs, beside which their
# libraries lie. The program looks for it here first (core/postgres/serverprograms.cpp).
if(EXISTS "${SOCRATES_WINDOWS_PREFIX}/pgsql/bin/postgres.exe")
    install(DIRECTORY "${SOCRATES_WINDOWS_PREFIX}/pgsql" DESTINATION . USE_SOURCE_PERMISSIONS)
endif()

# Where the libraries are: Qt's and libpq's beside each other, the compiler's own in its folders.
set(windows_library_folders "$<TARGET_FILE_DIR:Qt6::Core>")
if(MINGW)
    foreach(library libstdc++-6.dll libwinpthread-1.dll)
        execute_process(COMMAND "${CMAKE_CXX_COMPILER}" -print-file-name=${library}
            OUTPUT_VARIABLE file OUTPUT_STRIP_TRAILING_WHITESPACE)
        get_filename_component(folder "${file}" DIRECTORY)
        list(APPEND windows_library_folders "${folder}")
    endforeach()
endif()
set(windows_programs $<TARGET_FILE:socrates-migrate>)
if(SOCRATES_DESKTOP)
    list(APPEND windows_programs $<TARGET_FILE:socrates-admin>)
endif()
if(CMAKE_CROSSCOMPILING)
    # CMake looks for a library by its name in small letters, as Windows would find it by any.
    set(small "${PROJECT_BINARY_DIR}/windows/libraries")
    install(CODE "
        file(REMOVE_RECURSE [[${small}]])
        file(MAKE_DIRECTORY [[${small}]])
        foreach(folder ${windows_library_folders})
            file(GLOB libraries \"\${folder}/*.dll\")
            foreach(library \${libraries})
                cmake_path(GET library FILENAME name)
                string(TOLOWER \"\${name}\" name)
                file(CREATE_LINK \"\${library}\" \"${small}/\${name}\" SYMBOLIC)
            endforeach()
        endforeach()
        set(CMAKE_GET_RUNTIME_DEPENDENCIES_PLATFORM windows+pe)
        set(CMAKE_GET_RUNTIME_DEPENDENCIES_TOOL objdump)
        set(CMAKE_GET_RUNTIME_DEPENDENCIES_COMMAND [[${CMAKE_OBJDUMP}]])")
    set(windows_library_folders "${small}")
endif()
# A library that is neither found nor Windows' own fails here, and not at somebody's first start.
install(CODE "
    file(GET_RUNTIME_DEPENDENCIES
        EXECUTABLES ${windows_programs}
        LIBRARIES ${windows_plugin_files}
        DIRECTORIES ${windows_library_folders}
        PRE_EXCLUDE_REGEXES \"^(api-ms-win|ext-ms)-\"
            \"^(advapi32|authz|bcrypt|comctl32|comdlg32|crypt32|d3d[0-9]+|dnsapi|dwmapi|dxgi|gdi32|imm32|iphlpapi|kernel32|mpr|msvcrt|ncrypt|netapi32|ole32|oleaut32|rpcrt4|secur32|setupapi|shcore|shell32|shlwapi|ucrtbase|user32|userenv|uxtheme|version|winhttp|winmm|winspool|ws2_32|wtsapi32)[.](dll|drv)$\"
        POST_EXCLUDE_REGEXES \".*[/\\\\\\\\][Ss]ystem32[/\\\\\\\\].*\"
        RESOLVED_DEPENDENCIES_VAR libraries)
    foreach(library \${libraries})
        file(REAL_PATH \"\${library}\" library)
        file(INSTALL \"\${library}\" DESTINATION \"\${CMAKE_INSTALL_PREFIX}\")
        cmake_path(GET library FILENAME name)
        if(NOT [[${CMAKE_STRIP}]] STREQUAL \"\") # MinGW's libstdc++ comes with 20 MB for debuggers
            execute_process(COMMAND [[${CMAKE_STRIP}]] --strip-unneeded
                \"\${CMAKE_INSTALL_PREFIX}/\${name}\" COMMAND_ERROR_IS_FATAL ANY)
        endif()
    endforeach()")

set(CPACK_MODULE_PATH "${PROJECT_SOURCE_DIR}/installer/windows")
set(CPACK_GENERATOR NSIS)
set(CPACK_PACKAGE_FILE_NAME "socrates-admin-${PROJECT_VERSION}-win64")
# Where there is a certificate, the programs and the uninstaller are signed: installer/sign.sh.
set(CPACK_NSIS_DEFINES "" CACHE STRING "Lines for the installer's script")
set(CPACK_PROJECT_CONFIG_FILE "${PROJECT_SOURCE_DIR}/installer/windows/package.cmake")
set(CPACK_NSIS_MUI_ICON "${PROJECT_SOURCE_DIR}/resources/icons/socrates-admin.ico")
set(CPACK_NSIS_MUI_WELCOMEFINISHPAGE_BITMAP "${PROJECT_SOURCE_DIR}/resources/icons/socrates-admin-installer.bmp")
