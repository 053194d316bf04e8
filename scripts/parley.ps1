# Parley's launcher on Windows: builds when sources are newer, runs the command line, maps its exit
# status as docs/exit-codes.md tells. It follows the POSIX launcher. Not run yet on a real Windows.
$ErrorActionPreference = 'Stop'
$noVerdict = 3
$productFailed = 41
$root = Split-Path -Parent $PSScriptRoot
$state = Join-Path $root '.parley'

function Say([string] $text) { [Console]::Error.WriteLine($text) }

function Stop-WithoutVerdict([string] $text) {
  Say $text
  exit $noVerdict
}

function Test-Java([string] $java) {
  if (-not $java -or -not (Test-Path $java)) { return $null }
  $release = Join-Path (Split-Path -Parent (Split-Path -Parent $java)) 'release'
  if (-not (Test-Path $release)) { return $null }
  $line = Select-String -Path $release -Pattern '^JAVA_VERSION="(\d+)' | Select-Object -First 1
  if (-not $line) { return $null }
  $major = [int] $line.Matches[0].Groups[1].Value
  if ($major -ge 17) { return @{ Java = $java; Major = $major } }
  return $null
}

function Find-Java {
  $places = @()
  if ($env:JAVA_HOME) { $places += Join-Path $env:JAVA_HOME 'bin\java.exe' }
  $onPath = Get-Command java.exe -ErrorAction SilentlyContinue
  if ($onPath) { $places += $onPath.Source }
  $places += Get-ChildItem "$env:ProgramFiles\Java\*\bin\java.exe",
    "$env:ProgramFiles\Eclipse Adoptium\*\bin\java.exe" -ErrorAction SilentlyContinue |
    ForEach-Object { $_.FullName }
  foreach ($place in $places) {
    $found = Test-Java $place
    if ($found) { return $found }
  }
  Stop-WithoutVerdict 'Found no Java of 17 or later. Run: winget install EclipseAdoptium.Temurin.17.JDK'
}

function Get-SourceHash {
  $files = @(Get-ChildItem (Join-Path $root 'pom.xml'), (Join-Path $root '*\pom.xml'))
  $files += Get-ChildItem (Join-Path $root '*\src\main') -Recurse -File
  $lines = $files | Sort-Object FullName | ForEach-Object {
    (Get-FileHash $_.FullName -Algorithm SHA256).Hash + ' ' + $_.FullName.Substring($root.Length)
  }
  $bytes = [Text.Encoding]::UTF8.GetBytes(($lines -join "`n"))
  $digest = [Security.Cryptography.SHA256]::Create().ComputeHash($bytes)
  return (-join ($digest[0..7] | ForEach-Object { $_.ToString('x2') }))
}

function Build-Distribution([string] $dist, [string] $java) {
  New-Item -ItemType Directory -Force (Join-Path $state 'dist') | Out-Null
  $lock = $null
  $deadline = (Get-Date).AddMinutes(15)
  while (-not $lock) {
    try {
      $lock = [IO.File]::Open((Join-Path $state 'build.lock'), 'OpenOrCreate', 'Write', 'None')
    } catch [IO.IOException] {
      if ((Get-Date) -gt $deadline) { Stop-WithoutVerdict 'Waited 15 minutes for another build here.' }
      Start-Sleep -Seconds 1
    }
  }
  try {
    if (Test-Path (Join-Path $dist 'lib\parley.jar')) { return }
    Say 'building Parley (first run or sources changed)...'
    $log = Join-Path $state 'build.log'
    $built = Join-Path $root 'scenarios\target\launcher\dist'
    if (Test-Path $built) { Remove-Item -Recurse -Force $built }
    $env:JAVA_HOME = Split-Path -Parent (Split-Path -Parent $java)
    Push-Location $root
    & cmd /c "mvnw.cmd -B -ntp -q -Plauncher -Dmaven.test.skip=true -pl scenarios -am package > ""$log"" 2>&1"
    $status = $LASTEXITCODE
    Pop-Location
    if ($status -ne 0) {
      Get-Content $log -Tail 25 | ForEach-Object { Say "  $_" }
      Stop-WithoutVerdict "Building Parley failed; the whole log is $log."
    }
    Copy-Item -Recurse $built "$dist.tmp"
    Move-Item "$dist.tmp" $dist
    Get-ChildItem (Join-Path $state 'dist') | Sort-Object LastWriteTime -Descending |
      Select-Object -Skip 2 | Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
  } finally {
    $lock.Close()
  }
}

if ($args.Count -gt 0 -and $args[0] -in 'setup', 'verify' -and $args -notcontains '--help') {
  Say 'On Windows nothing is installed for you. What Parley needs, by winget:'
  Say '  winget install EclipseAdoptium.Temurin.17.JDK'
  Say '  winget install Google.Chrome'
  Say '  winget install Mozilla.Firefox'
  Say '  winget install Mozilla.Geckodriver'
  Say 'and the ChromeDriver of your Chrome on PATH; then .\parley.cmd doctor tells what is missing.'
  exit $noVerdict
}

$found = Find-Java
$dist = Join-Path $state ('dist\' + (Get-SourceHash))
if (-not (Test-Path (Join-Path $dist 'lib\parley.jar'))) { Build-Distribution $dist $found.Java }
$flags = @('-XX:+UseSerialGC', '-XX:+ExitOnOutOfMemoryError', "-Dparley.home=$root")
if ($found.Major -ge 24) { $flags += '--sun-misc-unsafe-memory-access=allow' }
if ($env:PARLEY_JAVA_OPTS) { $flags += $env:PARLEY_JAVA_OPTS -split ' ' }
& $found.Java @flags -jar (Join-Path $dist 'lib\parley.jar') @args
switch ($LASTEXITCODE) {
  { $_ -in 0, 2, $noVerdict, 130, 143 } { exit $_ }
  $productFailed { exit 1 }
  default { Stop-WithoutVerdict "Parley ended unexpectedly (status $_); that is no verdict." }
}
