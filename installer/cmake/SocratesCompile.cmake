# What every target of ours is compiled with, in one place: link socrates_compile.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(socrates_compile INTERFACE)
target_compile_definitions(socrates_compile INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    SOCRATES_VERSION="${PROJECT_VERSION}")
if(WIN32)
    # The newest names of Windows 10, and none of the macros and the rare headers.
    target_compile_definitions(socrates_compile INTERFACE
        _WIN32_WINNT=0x0A00 WIN32_LEAN_AND_MEAN NOMINMAX UNICODE _UNICODE)
endif()
if(MSVC)
    target_compile_options(socrates_compile INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus)
    if(SOCRATES_WERROR)
        target_compile_options(socrates_compile INTERFACE /WX)
    endif()
else()
    target_compile_options(socrates_compile INTERFACE
        # Designated initialisers leave members to their defaults on purpose.
        -Wall -Wextra -Wno-missing-field-initializers -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual)
    if(SOCRATES_WERROR)
        target_compile_options(socrates_compile INTERFACE -Werror)
    endif()
endif()
if(SOCRATES_SANITIZE)
    target_compile_options(socrates_compile INTERFACE -fsanitize=${SOCRATES_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(socrates_compile INTERFACE -fsanitize=${SOCRATES_SANITIZE})
endif()

find_package(Threads REQUIRED)
