# shellcheck shell=bash
# The two Debian roots. Where packages come from is this machine's own configuration, read when it runs: apt's sources, npm's
# settings, the proxies and certificates in the environment. No address of any of them is written here.

NODE_VERSION=${NODE_VERSION:-20.20.2}
NPM_VERSION=${NPM_VERSION:-10.8.2} # the one that comes with that Node
suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")

mayRun() {
  [ "$(id -u)" = 0 ] || fail 'run it as root: it makes Debian roots'
  for program in debootstrap git npm node unshare flock; do
    command -v "$program" >/dev/null || fail "there is no $program here. Install it and start again"
  done
  [ -n "$suite" ] || fail 'this is not a Debian machine'
}

makeRoots() {
  local made="$NODE_VERSION $NPM_VERSION $suite"
  # Roots of other versions are no use.
  [ "$(cat "$work/roots/made" 2>/dev/null)" = "$made" ] || rm -rf --one-file-system "$work/roots" "$work/node"
  mkdir -p "$work/roots"
  echo "$made" >"$work/roots/made"
  [ -d "$work/roots/bare" ] || makeBare
  [ -d "$work/roots/chromium" ] || makeChromium
  emptyHomes "$work/roots/bare"
  emptyHomes "$work/roots/chromium"
  for program in git sudo ps curl locale-gen chromium; do
    ! chroot "$work/roots/bare" sh -c "command -v $program" >/dev/null || fail "the bare root holds $program"
  done
}

# Making a root leaves things in its homes, and installing packages more; a person on a fresh machine has none of it.
emptyHomes() {
  find "$1/root" "$1/home/plain" -mindepth 1 -delete
}

# Every archive of Debian's that apt knows here, as SITE RELEASE.
archives() {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(ORIGIN) $(SITE) $(RELEASE)' 'Created-By: Packages' | sed -n 's/^Debian //p' | sort -u
}

makeBare() {
  local coming=$work/roots/bare.coming site
  site=$(archives | awk -v suite="$suite" '$2 == suite { print $1; exit }')
  [ -n "$site" ] || fail "apt has no source for $suite: run apt-get update"
  echo "Making the bare root: Debian $suite, Node $NODE_VERSION, npm $NPM_VERSION"
  rm -rf --one-file-system "$coming"
  unshare --mount --pid --fork --kill-child debootstrap --variant=minbase \
    ${site:+$([[ $site != https:* ]] || echo --include=ca-certificates)} "$suite" "$coming" "$site" >"$work/logs/bare.log" 2>&1 ||
    fail "debootstrap did not succeed: see $work/logs/bare.log"
  placeNode "$coming"
  # A home without a file, for each of the two.
  chroot "$coming" useradd --no-create-home --shell /bin/bash plain
  rm -rf "$coming/root" && install -d -m 700 "$coming/root"
  install -d -m 700 -o "$(chroot "$coming" id -u plain)" -g "$(chroot "$coming" id -g plain)" "$coming/home/plain"
  rm -rf "$coming"/var/cache/apt/archives/*.deb
  mv "$coming" "$work/roots/bare"
}

placeNode() {
  local root=$1 arch
  arch=$(node -p process.arch)
  npm install --silent --no-save --ignore-scripts --prefix "$work/node" "node-linux-$arch@$NODE_VERSION" "npm@$NPM_VERSION" ||
    fail 'npm could not bring Node and npm'
  install -m 755 "$work/node/node_modules/node-linux-$arch/bin/node" "$root/usr/local/bin/node"
  mkdir -p "$root/usr/local/lib/node_modules"
  cp -a --no-preserve=ownership "$work/node/node_modules/npm" "$root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/local/bin/npx"
}

makeChromium() {
  local coming=$work/roots/chromium.coming
  echo 'Making the root with Chromium'
  rm -rf --one-file-system "$coming"
  cp -a "$work/roots/bare" "$coming"
  archives | sed 's/^/deb /; s/$/ main/' >"$coming/etc/apt/sources.list"
  apt-config dump | grep -iE '^Acquire::(https?|Check-|Retries)' >"$coming/etc/apt/apt.conf.d/90machine" || true
  inRoot "$coming" root sh -c 'export DEBIAN_FRONTEND=noninteractive
    apt-get update -q && apt-get install -q -y --no-install-recommends chromium && apt-get clean' >"$work/logs/chromium.log" 2>&1 ||
    fail "apt-get did not succeed: see $work/logs/chromium.log"
  mv "$coming" "$work/roots/chromium"
}

# Runs a command in a root as a user, with a name space of its own for mounts and processes: when it ends, however it ends,
# both are gone.
inRoot() {
  local root=$1 user=$2
  shift 2
  asThisMachine "$root"
  local home=/home/$user
  [ "$user" != root ] || home=/root
  # shellcheck disable=SC2016
  unshare --mount --pid --fork --kill-child bash -c '
    set -e
    root=$1 user=$2 home=$3
    shift 3
    mount -t proc proc "$root/proc"
    mount --rbind -o ro /sys "$root/sys"
    mount --bind /dev "$root/dev"
    mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
    status=0
    chroot --userspec="$user:$user" "$root" env -i HOME="$home" \
      PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@" || status=$?
    exit "$status"
  ' bash "$root" "$user" "$home" "${settings[@]}" "$@"
}

# How this machine reaches its registries: names, proxies and certificates, and nothing else of its surroundings.
asThisMachine() {
  local root=$1 key value file
  settings=()
  cp /etc/resolv.conf /etc/hosts "$root/etc/"
  for key in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY NODE_EXTRA_CA_CERTS; do
    [ -z "${!key:-}" ] || settings+=("$key=${!key}")
  done
  mkdir -p "$root/usr/local/etc"
  for key in registry cafile proxy https-proxy noproxy strict-ssl; do
    value=$(cd / && npm config get "$key")
    [ -z "$value" ] || [ "$value" = null ] || echo "$key=$value"
  done >"$root/usr/local/etc/npmrc"
  for file in "${NODE_EXTRA_CA_CERTS:-}" "$(cd / && npm config get cafile)"; do
    [ -f "$file" ] && install -D -m 644 "$file" "$root$file"
  done
  return 0
}
