@echo off
rem Drop the declarations and papers of one force on this file: the report of its gaps opens in the browser.
rem Nothing is installed, and nothing leaves this computer.
setlocal
if "%~1"=="" (
  echo Drop the declarations and papers of one force on this file.
  pause
  exit /b 2
)
set "report=%~dpn1 - gaps.html"
"%~dp0msacheck.exe" check --format html --output "%report%" --overwrite %*
set "status=%errorlevel%"
if exist "%report%" (
  echo The report: "%report%"
  start "" "%report%"
)
if not "%status%"=="0" pause
exit /b %status%
