# Run by CPack on what it is about to pack: where SOURCE_DATE_EPOCH is set, every file and folder gets
# that time, so that two packages of one commit are the same.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(COMMAND find "${CPACK_TEMPORARY_DIRECTORY}"
                            -exec touch --no-dereference --date=@$ENV{SOURCE_DATE_EPOCH} {} +
                    COMMAND_ERROR_IS_FATAL ANY)
endif()
