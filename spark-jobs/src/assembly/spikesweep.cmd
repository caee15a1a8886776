@echo off
rem Runs SpikeSweep from an unpacked release. Needs Java, 17 or later, in JAVA_HOME or on the path.
rem Options for the JVM: set SPIKESWEEP_JAVA_OPTS=-Xmx8g
setlocal EnableExtensions DisableDelayedExpansion

set "home=%~dp0"
if not defined JAVA_HOME goto find_version
if not exist "%JAVA_HOME%\bin\java.exe" goto no_java_home
set "PATH=%JAVA_HOME%\bin;%PATH%"

:find_version
rem The first line is like: openjdk version "17.0.15" 2025-04-15
set "version="
for /f "tokens=3" %%v in ('java -version 2^>^&1 ^| findstr /c:" version "') do if not defined version set "version=%%~v"
if not defined version goto no_java
for /f "delims=.-+_ " %%m in ("%version%") do set "major=%%m"
if %major% lss 17 goto old_java

set "jars=%home%lib\*"
if not defined SPARK_HOME goto start
rem Adds Spark's jars for commands that ask for Spark, or name a file as s3a://lab/scan.yaml. To this shell, --master=URL is
rem two arguments.
:next_argument
if "%~1"=="" goto start
set "argument=%~1"
if "%argument%"=="--master" goto add_spark
if "%argument%"=="--event-log" goto add_spark
if not "%argument:://=%"=="%argument%" goto add_spark
shift
goto next_argument

:add_spark
set "jars=%SPARK_HOME%\jars\*;%jars%"

:start
java "@%home%lib\java.options" %SPIKESWEEP_JAVA_OPTS% -cp "%jars%" io.github.spikesweep.command.SpikeSweep %*
exit /b %ERRORLEVEL%

:no_java_home
echo spikesweep: JAVA_HOME is "%JAVA_HOME%", where there is no bin\java.exe>&2
exit /b 1

:no_java
echo spikesweep: no java found: install a JRE, 17 or later, or set JAVA_HOME>&2
exit /b 1

:old_java
echo spikesweep: needs Java 17 or later, but java is %version%: set JAVA_HOME to a newer JRE>&2
exit /b 1
