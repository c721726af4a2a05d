#!/usr/bin/env bash
# npm run test:clients [-- URL]
# Shows our calendars to real calendar programs and asks each what it sees: feeds written by libs/ical, those of a running product, and the one at URL
# (on this machine) if given. Also: 5,000 hostile texts in libical, and the story of a subscription with vdirsyncer and khal.
# Needs Debian packages; installs them when it can (root, apt), else says so and skips. The last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/../.."

packages=(vdirsyncer khal calcurse python3-icalendar python3-vobject php-cli php-sabre-vobject libical-dev gcc pkg-config curl)

missing() {
  local package
  for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
  done
}

install_missing() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends $(missing)
}

if [ -n "${1:-}" ] && [[ ! $1 =~ ^http://(127\.0\.0\.1|localhost|\[::1\])(:[0-9]+)?/ ]]; then
  echo "Only a feed on this machine: $1"
  exit 64
fi

if ! command -v dpkg-query >/dev/null || [ -n "$(missing)" ]; then
  echo "Installing: $(missing | tr '\n' ' ')"
  if ! install_missing >/tmp/calendar-clients-apt.log 2>&1 || [ -n "$(missing)" ]; then
    echo "skipped: these packages are missing and cannot be installed here: $(missing | tr '\n' ' ')"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
  fi
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for reader in libical libical_values; do
  gcc -O1 -Wall -o "$work/$reader" "test/clients/readers/$reader.c" $(pkg-config --cflags --libs libical)
done
PATH="$PWD/node_modules/.bin:$PATH" node --import ./config/register.mjs test/clients/main.ts "$work" "$@"
