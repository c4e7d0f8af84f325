# Read by CPack at its start. With a certificate in the environment (installer/sign.sh says how), what goes
# into the installer is signed before; the installer itself is signed by sign.sh afterwards.
if(NOT "$ENV{SOCRATES_CODE_CERTIFICATE}" STREQUAL "")
    set(CPACK_NSIS_DEFINES "!define SIGN_COMMAND `\"${CMAKE_CURRENT_LIST_DIR}/../sign.sh\" --program`")
    list(PREPEND CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/signprograms.cmake")
endif()
