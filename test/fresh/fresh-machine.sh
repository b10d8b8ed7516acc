#!/usr/bin/env bash
# Both commands on machines that hold nothing but Node 20 and npm, and on the same with Chromium: each command from a fresh
# clone of HEAD, with an empty HOME and an empty npm cache, as root and as a plain user. See README.md beside this.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
checkout=$(realpath "$here/../..")
work=${SIGHTLINE_FRESH:-/var/cache/sightline-fresh}
# shellcheck source=test/fresh/roots.sh
. "$here/roots.sh"

# root       user   the folder that holds the checkout, and its mode
CASES='bare     root   /srv          755
bare     plain  /srv          755
bare     root   /srv/closed   700
chromium root   /srv          755
chromium plain  /srv          755'

main() {
  if [ "${1:-}" = --anew ]; then
    anew=1
    shift
  fi
  local wanted=${1:-} commands=${2:-demo test} started=$SECONDS line
  mayRun
  mkdir -p "$work/logs"
  exec 9>"$work/lock"
  flock -n 9 || fail "another run uses $work"
  # All mounts are made in a name space of their own and go with its last process; what is left is a plain folder.
  trap 'rm -rf --one-file-system "$work/case"' EXIT
  [ -z "${anew:-}" ] || rm -rf --one-file-system "$work/roots" "$work/node"
  # What is committed now, for all cases, whatever is committed while they run. No links to this checkout's own files.
  rm -rf "$work/clone"
  git clone -q --bare --no-hardlinks "$checkout" "$work/clone"
  makeRoots
  table=() failures=0
  while read -r line; do
    [[ "$line" == $wanted* ]] || continue
    # shellcheck disable=SC2086
    for command in $commands; do runCase $line "$command"; done
  done <<<"$CASES"
  report "$((SECONDS - started))"
}

# One command in one copy of a root that is thrown away afterwards.
runCase() {
  local root=$1 user=$2 folder=$3 mode=$4 command=$5
  local name="$root-$user-${folder##*/}-$command" case=$work/case figures=$work/figures
  local log=$work/logs/$name.log
  echo "== $name"
  rm -rf --one-file-system "$case"
  cp -a "$work/roots/$root" "$case"
  install -D -m 644 -t "$case/fresh" "$here"/*.mjs
  mkdir -p "$case$folder"
  chmod "$mode" "$case$folder"
  git clone -q --no-hardlinks "$work/clone" "$case$folder/sightline"
  [ "$user" = root ] || chroot "$case" chown -R "$user:$user" "$folder/sightline"
  rm -f "$figures"
  inRoot "$case" "$user" node /fresh/inside.mjs "$command" "$folder/sightline" "$root" 3>"$figures" >"$log" 2>&1 </dev/null || true
  local packages address again total tests skipped verdict
  if ! read -r packages address again total tests skipped verdict <"$figures"; then
    packages=- address=- again=- total=- tests=- skipped=- verdict='it did not come to its end'
  fi
  [ "$verdict" = well ] || failures=$((failures + 1))
  [ "$verdict" = well ] || tail -n 30 "$log" | sed 's/^/   | /'
  table+=("$(printf '%-9s %-6s %-12s %-5s %9s %9s %7s %7s %6s %8s  %s' "$root" "$user" "$folder" "$command" \
    "$packages" "$address" "$again" "$total" "$tests" "$skipped" "$verdict")")
  echo "   $verdict"
  sed -n '/^Skipped, /,$s/^/   /p' "$log"
}

report() {
  echo
  echo "Commit $(git -C "$work/clone" rev-parse --short HEAD), Debian $suite, Node $NODE_VERSION, npm $NPM_VERSION, $(nproc) processors. Seconds."
  printf '%-9s %-6s %-12s %-5s %9s %9s %7s %7s %6s %8s  %s\n' root user under runs packages address again whole tests skipped 'ended'
  printf '%s\n' "${table[@]}"
  echo
  echo "packages: from the start until they are installed; address: from there until demo says where it answers;"
  echo "again: the same at a second start. Logs: $work/logs. The whole took $1 s."
  [ ${#table[@]} -gt 0 ] || fail "no case begins with these words; they are: $CASES"
  [ "$failures" -eq 0 ] || fail "$failures of ${#table[@]} did not end well"
}

fail() {
  echo "fresh-machine: $1" >&2
  exit 1
}

main "$@"
