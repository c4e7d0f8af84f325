# Written for macOS and not run yet: no such machine was at hand.
# An application bundle with the project's revisions inside, and a disk image by CPack:
#   cmake --preset macos && cmake --build --preset macos && (cd build-macos && cpack -G DragNDrop)
set_target_properties(socrates-admin PROPERTIES
    MACOSX_BUNDLE ON
    MACOSX_BUNDLE_BUNDLE_NAME "Socrates Admin"
    MACOSX_BUNDLE_GUI_IDENTIFIER org.socrates_admin.SocratesAdmin
    MACOSX_BUNDLE_BUNDLE_VERSION "${PROJECT_VERSION}"
    MACOSX_BUNDLE_SHORT_VERSION_STRING "${PROJECT_VERSION}"
    OUTPUT_NAME "Socrates Admin")
install(TARGETS socrates-admin BUNDLE DESTINATION .)
# Qt 6.3 and newer know which frameworks and plugins belong into the bundle.
qt_generate_deploy_app_script(TARGET socrates-admin OUTPUT_SCRIPT deploy NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT "${deploy}")
