:; exec "$(dirname "$0")/build.sh" "$@"
@echo off
rem Starts the build on Windows: compiles what changed, then runs the program. Elsewhere the first line hands over to build.sh.
setlocal
where dotnet >nul 2>nul || if exist "%~dp0.dotnet\dotnet.exe" set "PATH=%~dp0.dotnet;%PATH%"
where dotnet >nul 2>nul || powershell -NoProfile -ExecutionPolicy Bypass -Command "try { $sdk = (Get-Content '%~dp0global.json' | ConvertFrom-Json).sdk.version; Invoke-WebRequest https://dot.net/v1/dotnet-install.ps1 -OutFile \"$env:TEMP\dotnet-install.ps1\"; & \"$env:TEMP\dotnet-install.ps1\" -Version $sdk -InstallDir '%~dp0.dotnet' -NoPath } catch { Write-Host \"error: The .NET SDK $sdk could not be downloaded. Install it from https://dotnet.microsoft.com/download and run this again.\"; exit 1 }" || exit /b 1
where dotnet >nul 2>nul || set "PATH=%~dp0.dotnet;%PATH%"
dotnet build "%~dp0build\_build.csproj" --verbosity quiet -nologo -nodeReuse:false -property:UseSharedCompilation=false -consoleLoggerParameters:NoSummary || exit /b 1
if not defined NUKE_ROOT set "NUKE_ROOT=%~dp0."
dotnet exec "%~dp0build\bin\Debug\net10.0\_build.dll" %*
exit /b %ERRORLEVEL%
