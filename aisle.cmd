@echo off
rem The one entry of Aisle on Windows: builds what is missing and runs. See aisle for the commands.
setlocal
set "AISLE_HOME=%~dp0"
if "%AISLE_HOME:~-1%"=="\" set "AISLE_HOME=%AISLE_HOME:~0,-1%"
set "JAR=%AISLE_HOME%\hmi-web\target\aisle.jar"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -version 2>&1 | findstr /r /c:"version \"2[1-9]" /c:"version \"[3-9][0-9]" >nul
if errorlevel 1 (
  echo Aisle needs a JDK 21 or newer; install one and set JAVA_HOME. 1>&2
  exit /b 1
)
if "%~1"=="test" (
  pushd "%AISLE_HOME%"
  call mvn -B -ntp -T 2 verify
  popd
  exit /b
)
if not exist "%JAR%" (
  where mvn >nul 2>&1 || (echo Aisle is built by Maven 3.8 or newer; install it. 1>&2 & exit /b 1)
  where npm >nul 2>&1 || (echo Aisle's screens are built by Node 20 or newer; install it. 1>&2 & exit /b 1)
  pushd "%AISLE_HOME%"
  call mvn -q -B -DskipTests package
  popd
  if not exist "%JAR%" exit /b 1
)
"%JAVA%" --enable-native-access=ALL-UNNAMED -Xmx1g -Dstdout.encoding=UTF-8 -jar "%JAR%" %*
exit /b
