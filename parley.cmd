@echo off
rem Parley's launcher on Windows; see scripts\parley.ps1. Not run yet on a real Windows.
powershell -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%~dp0scripts\parley.ps1" %*
exit /b %ERRORLEVEL%
