@rem What the command prompt of the Start menu begins with: the programs are found by name.
@set "PATH=%~dp0;%PATH%"
@socrates-migrate --help
