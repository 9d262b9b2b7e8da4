#!/usr/bin/env bash
# Starts the build. It is compiled first if one of its inputs changed: a source, a project, a package or the SDK.
set -euo pipefail

called_from=$PWD
[[ ${BASH_SOURCE[0]} != */* ]] || cd "${BASH_SOURCE[0]%/*}"
root=$PWD
state=$root/.nuke/temp/build-sh
project=$root/build/_build.csproj
program=$root/build/bin/Debug/net10.0/_build.dll

shopt -s nullglob
roots=(build src *.props *.targets [g]lobal.json [Nn]u[Gg]et.[Cc]onfig [.]editorconfig)
# LocalFly and Reference are delivered, not referenced, by the build.
files=(-type d \( -name bin -o -name obj -o -path src/JobSwipe.LocalFly -o -path src/JobSwipe.Reference \) -prune -o -type f)

inputs() {
  find "${roots[@]}" "${files[@]}" "$@"
}

outputs() {
  local built=("${program%/*}"/*.dll "${program%/*}"/*.json)
  [[ ${#built[@]} -eq 0 ]] || find "${built[@]}" "$@"
}

# Size, time of change and identity of each file, to the nanosecond: enough to see every change but the ones that
# remember() waits for, and as fast as reading directories.
case $OSTYPE in
  linux-gnu*) stats=(-printf '%p %s %C@ %i\n') ;;
  linux*) stats=(-exec stat -c '%n %s %y %z %i' {} +) ;;
  *) stats=(-exec stat -f '%N %z %Fm %Fc %i' {} +) ;;
esac

seen() {
  # Both in one walk: this is what every start waits for.
  find "${roots[@]}" "${program%/*}"/*.dll "${program%/*}"/*.json "${files[@]}" "${stats[@]}"
  type -P dotnet || true
  echo "$root"/.dotnet/sdk/* "${sdks:-/nowhere}"/*
}

# cmp is a little faster, and not on every machine.
same() {
  if type -P cmp >/dev/null; then cmp -s - "$1"; else [[ $(</dev/stdin) == "$(<"$1")" ]]; fi
}

fail() {
  printf 'error: %s\n' "$@" >&2
  exit 1
}

start() {
  cd "$called_from"
  # Compilers that wait for more work would be left behind when the build ends.
  export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
  # A process that is killed would leave its diagnostic socket behind, and making one is part of every start.
  export DOTNET_EnableDiagnostics_IPC=${DOTNET_EnableDiagnostics_IPC:-0}
  # Mapping every page of code twice costs a twentieth of a start.
  export DOTNET_EnableWriteXorExecute=${DOTNET_EnableWriteXorExecute:-0}
  NUKE_ROOT="${NUKE_ROOT:-$root}" exec "$dotnet" exec "$program" "$@"
}

if [[ -f $state/seen && -f $state/sdk && -f $program ]]; then
  { read -r dotnet; read -r sdks; } <"$state/sdk"
  if [[ -x $dotnet ]] && seen | same "$state/seen"; then
    start "$@"
  fi
fi

fits() {
  version=$("$1" --version 2>/dev/null)
}

install() {
  local wanted script=$state/dotnet-install.sh url=https://dot.net/v1/dotnet-install.sh
  wanted=$(sed -n 's/.*"version" *: *"\([^"]*\)".*/\1/p' global.json | head -n 1)
  echo "Installing the .NET SDK $wanted into $root/.dotnet" >&2
  { curl -fsSL --retry 2 -o "$script" "$url" || wget -qO "$script" "$url"; } 2>/dev/null &&
    bash "$script" --version "$wanted" --install-dir "$root/.dotnet" --no-path >&2 ||
    fail "The .NET SDK $wanted, which global.json asks for, is not installed and could not be downloaded." \
      "Install it (https://dotnet.microsoft.com/download/dotnet/${wanted%.*.*}.0 or the package dotnet-sdk-${wanted%.*}) and run this again," \
      "or copy an installation of it to $root/.dotnet."
}

find_sdk() {
  dotnet=$(type -P dotnet || true)
  if [[ -z $dotnet ]] || ! fits "$dotnet"; then
    dotnet=$root/.dotnet/dotnet
    [[ -x $dotnet ]] && fits "$dotnet" || install
    fits "$dotnet" || fail "The SDK in $root/.dotnet does not fit global.json: $("$dotnet" --version 2>&1 | head -n 3)"
  fi
  sdks=$("$dotnet" --list-sdks | sed -n "s|^${version//./\\.} \[\(.*\)\]$|\1|p")
}

# One at a time. The lock ends with the process that holds it; without flock, a lock whose holder is gone is taken over.
lock() {
  if type -P flock >/dev/null; then
    exec 9>"$state/lock"
    flock 9
    return
  fi
  until mkdir "$state/lock.d" 2>/dev/null; do
    local holder
    holder=$(cat "$state/lock.d/pid" 2>/dev/null || true)
    if [[ -n $holder ]] && ! kill -0 "$holder" 2>/dev/null; then
      mv "$state/lock.d" "$state/lock.$$" 2>/dev/null && rm -rf "$state/lock.$$"
    fi
    sleep 0.1
  done
  echo $$ >"$state/lock.d/pid"
  trap 'rm -rf "$state/lock.d"' EXIT
}

unlock() {
  if type -P flock >/dev/null; then
    exec 9>&-
  else
    rm -rf "$state/lock.d"
    trap - EXIT
  fi
}

if type -P sha256sum >/dev/null; then sum=(sha256sum); else sum=(shasum -a 256); fi

contents() {
  inputs -print0 | LC_ALL=C sort -z | xargs -0 "${sum[@]}"
  outputs "${stats[@]}"
  echo "$version"
}

# A file that changed a moment ago may change again within the resolution of its times, unseen.
remember() {
  touch "$state/mark"
  sleep 0.05
  seen >"$state/seen.$$"
  if [[ -z $(inputs -cnewer "$state/mark" -print) ]]; then
    mv "$state/seen.$$" "$state/seen"
  else
    rm -f "$state/seen.$$" "$state/seen"
  fi
}

# MSBuild goes by times: a file that got other contents and an old time would pass for compiled.
freshen() {
  full=()
  if [[ -f $state/attempt ]]; then
    comm -13 <(LC_ALL=C sort "$state/attempt") <(contents | LC_ALL=C sort) | sed -n 's/^[0-9a-f]\{64\} [ *]//p' |
      while IFS= read -r file; do touch -c "$file"; done
  else
    full=(--no-incremental)
  fi
  contents >"$state/attempt"
}

# One compiler for all projects: a new one for each would only get warm. It is ours alone and ends with us, also when we are killed.
msbuild() {
  local outcome=0 server= tries socket=/tmp/jobswipe-$$ compiler=$sdks/$version/Roslyn/bincore/VBCSCompiler shared=(-property:UseSharedCompilation=false)
  if [[ -x $compiler ]] && type -P setpriv >/dev/null; then
    DOTNET_ROOT=${sdks%/sdk} DOTNET_EnableDiagnostics=0 setpriv --pdeathsig KILL "$compiler" "-pipename:${socket##*/}" >/dev/null 2>&1 9>&- &
    server=$!
    # One that does not come up within 10 s is done without.
    for ((tries = 0; tries < 500; tries++)); do
      [[ ! -S $socket ]] && kill -0 "$server" 2>/dev/null || break
      sleep 0.02
    done
    [[ ! -S $socket ]] || shared=(-property:UseSharedCompilation=true "-property:SharedCompilationId=${socket##*/}")
  fi
  DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 "$dotnet" build "$project" --verbosity quiet -nologo -nodeReuse:false \
    "${shared[@]}" -consoleLoggerParameters:NoSummary "$@" >"$log" 2>&1 9>&- || outcome=$?
  if [[ -n $server ]]; then
    { kill "$server" && wait "$server"; } 2>/dev/null || true
    rm -f "$socket"
  fi
  return "$outcome"
}

compile() {
  [[ ! -t 2 ]] || echo "Compiling the build ..." >&2
  local log=$state/compile.log
  # Where the package that compiles ahead of time cannot be had, the build starts a little slower.
  if ! msbuild "$@" && ! { grep -qi 'NU1101.*crossgen\|NU1102.*crossgen\|NU1301' "$log" && msbuild "$@" -property:CompileAhead=false; }; then
    awk '/error|warning/ && !seen[$0]++' "$log" >&2
    fail "The build in $root/build does not compile."
  fi
}

[[ -f $project ]] || fail "There is no $project"
mkdir -p "$state"
find_sdk
lock
if [[ ! -f $program || ! -f $state/contents || $(contents) != "$(<"$state/contents")" ]]; then
  rm -f "$state/seen" "$state/contents"
  freshen
  inputs_before=$(inputs "${stats[@]}")
  compile ${full[@]+"${full[@]}"}
  # What changed while it was compiled may be in the program or not; the next start will see.
  [[ $(inputs "${stats[@]}") != "$inputs_before" ]] || contents >"$state/contents"
fi
printf '%s\n' "$dotnet" "$sdks" >"$state/sdk"
remember
unlock
start "$@"
