# Debian's MinGW-w64 cross compiler, with the posix threads that std::thread needs.
# CMAKE_FIND_ROOT_PATH is the folder that installer/windows/build.sh puts its libraries into.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

if(SOCRATES_WINDOWS_PREFIX)
    list(PREPEND CMAKE_FIND_ROOT_PATH "${SOCRATES_WINDOWS_PREFIX}")
    list(PREPEND CMAKE_PREFIX_PATH "${SOCRATES_WINDOWS_PREFIX}")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES SOCRATES_WINDOWS_PREFIX)
# Programs of a build are the build machine's, everything else is Windows'.
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
