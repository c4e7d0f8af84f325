# What goes where when the programs are installed, and the packages made of it.
include(GNUInstallDirs)
# A package has the programs, not the tests: who packages need not have built those.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
# As the package is called, which is where Debian looks.
set(CMAKE_INSTALL_DOCDIR "${CMAKE_INSTALL_DATADIR}/doc/socrates-admin")

if(WIN32) # everything beside the programs
    set(CMAKE_INSTALL_BINDIR .)
    set(migrations_folder .)
else()
    set(migrations_folder "${CMAKE_INSTALL_DATADIR}/socrates-admin")
endif()
if(SOCRATES_DESKTOP)
    # What socrates_ui links, for the tool that draws the icons.
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets PrintSupport Network)
endif()
if(NOT APPLE) # whose bundle holds everything
    install(TARGETS socrates-migrate RUNTIME)
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/migrations" DESTINATION "${migrations_folder}")
    if(SOCRATES_DESKTOP)
        install(TARGETS socrates-admin RUNTIME)
    endif()
endif()

# socrates_install_vcpkg_licences(FOLDER): those of the libraries that vcpkg built, a file each; nothing
# where it was not used.
function(socrates_install_vcpkg_licences folder)
    if(NOT DEFINED VCPKG_INSTALLED_DIR)
        return()
    endif()
    file(GLOB texts "${VCPKG_INSTALLED_DIR}/${VCPKG_TARGET_TRIPLET}/share/*/copyright")
    foreach(text ${texts})
        cmake_path(GET text PARENT_PATH port)
        cmake_path(GET port FILENAME port)
        install(FILES "${text}" DESTINATION "${folder}" RENAME "${port}.txt")
    endforeach()
endfunction()

if(UNIX AND NOT APPLE)
    include(SocratesLinux)
elseif(APPLE AND SOCRATES_DESKTOP)
    include("${PROJECT_SOURCE_DIR}/installer/macos/bundle.cmake")
elseif(WIN32)
    include("${PROJECT_SOURCE_DIR}/installer/windows/install.cmake")
endif()

set(CPACK_PACKAGE_NAME socrates-admin)
set(CPACK_PACKAGE_VENDOR "Socrates")
set(CPACK_PACKAGE_CONTACT "Socrates Admin <socrates-admin@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "migrates a pair of PostgreSQL databases and proves what is in them")
set(CPACK_PACKAGE_DESCRIPTION
"Shows PostgreSQL databases side by side with their revision history, upgrades
and downgrades them by plain SQL revisions, keeps the version table as Alembic
does, and verifies tables, columns, indexes and constraints against what the
revisions say. A desktop program (socrates-admin) and a command line
(socrates-migrate) on one core.")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

if(CMAKE_HOST_UNIX AND NOT APPLE) # which has touch
    set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/SocratesTimes.cmake")
endif()
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so shlibdeps cannot see them: the window's platform plugins, and the library
# through which QtKeychain reaches the desktop's keyring.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsecret-1-0")
if(SOCRATES_DESKTOP)
    string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", qt6-qpa-plugins")
endif()
# Backups need pg_dump. The server's programs are for the private server alone, and Debian's package of
# them starts a cluster: nobody gets that without asking.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "postgresql-client, fonts-dejavu-core, qt6-wayland, gnome-keyring | kwalletmanager")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "postgresql")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
