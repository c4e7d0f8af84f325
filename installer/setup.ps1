# SPDX-License-Identifier: MIT
#
# Sets up Socrates Admin natively on Windows 10 or 11: setup.ps1 run | build
#
# WRITTEN AND NOT RUN: no Windows machine was at hand. It builds with Visual Studio 2022 (or its
# Build Tools) and vcpkg, which compiles Qt from source the first time: expect hours once, minutes
# afterwards. The private server uses the PostgreSQL that is installed on the machine.
#Requires -Version 5.1
param([Parameter(Position = 0)] [ValidateSet('run', 'build')] [string] $Command = 'run')

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$root = Split-Path -Parent $PSScriptRoot
$build = Join-Path $root 'build-windows'

function Stop-WithAdvice([string] $Problem, [string] $Advice) {
    [Console]::Error.WriteLine("setup.ps1: $Problem`n  $Advice")
    exit 1
}

function Assert-Program([string] $Name, [string] $Advice) {
    if (-not (Get-Command $Name -ErrorAction SilentlyContinue)) {
        Stop-WithAdvice "$Name was not found." $Advice
    }
}

function Invoke-Checked([string] $Advice, [scriptblock] $Action) {
    & $Action
    if ($LASTEXITCODE -ne 0) { Stop-WithAdvice "a step ended with $LASTEXITCODE." $Advice }
}

Assert-Program 'cl' 'Start this from a "Developer PowerShell for VS 2022" with the C++ workload.'
Assert-Program 'cmake' 'Visual Studio''s C++ workload brings CMake and Ninja along.'
Assert-Program 'ninja' 'Visual Studio''s C++ workload brings CMake and Ninja along.'
if (-not $env:VCPKG_ROOT -or -not (Test-Path (Join-Path $env:VCPKG_ROOT 'scripts/buildsystems/vcpkg.cmake'))) {
    Stop-WithAdvice 'vcpkg was not found.' 'Install it and set VCPKG_ROOT to its folder.'
}

Push-Location $root
try {
    Invoke-Checked 'CMake says above what it misses.' { cmake --preset windows }
    Invoke-Checked 'The first error above is the one to look at.' { cmake --build --preset windows }
    # With Qt's plugins and every library beside the programs.
    $installed = Join-Path $build 'installed'
    Invoke-Checked 'The first error above is the one to look at.' { cmake --install $build --prefix $installed }
    if ($Command -eq 'run') {
        # PowerShell waits for no program that has a window, and -Wait would wait for its server as well.
        $program = Start-Process (Join-Path $installed 'socrates-admin.exe') -ArgumentList '--demo' -PassThru
        $null = $program.Handle # else the exit code is not kept
        $program.WaitForExit()
        if ($program.ExitCode -ne 0) {
            Stop-WithAdvice "the program ended with $($program.ExitCode)." `
                'A private server needs PostgreSQL 13 or newer installed on this machine.'
        }
    }
}
finally {
    Pop-Location
}
