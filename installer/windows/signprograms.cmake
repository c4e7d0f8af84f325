# Run by CPack on what it is about to pack: signs our programs. The libraries are their authors'.
foreach(program socrates-admin socrates-migrate)
    execute_process(COMMAND bash "${CMAKE_CURRENT_LIST_DIR}/../sign.sh" --program
                            "${CPACK_TEMPORARY_DIRECTORY}/${program}.exe"
                    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
