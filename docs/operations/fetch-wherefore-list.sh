#!/bin/sh
# Keeps a file of verdicts up to date for nginx, HAProxy or ModSecurity. Run it every few seconds or minutes.
#
#   fetch-wherefore-list.sh URL KEY_FILE TARGET CHECK RELOAD
#
#   URL       of the list, such as https://wherefore.internal:8080/lists/nginx-geo
#   KEY_FILE  a file with one line, "X-Api-Key: wf_…", that only this user may read
#   TARGET    the file that the proxy includes
#   CHECK     command that says whether the proxy would take its configuration, such as "nginx -t"
#   RELOAD    command that makes the proxy read it, such as "nginx -s reload"
#
# A list that cannot be fetched, is too long or that the proxy refuses leaves the last good one in place. When none
# could be fetched for MAX_AGE seconds the list is emptied: nobody stays locked out because a feed is away.
#
#   MAX_AGE    seconds, default 3600
#   MAX_LINES  default 200000
#   CURL_OPTS  more options of curl, such as "--cacert /etc/wherefore/ca.pem"
set -eu

url=$1 key=$2 target=$3 check=$4 reload=$5
max_age=${MAX_AGE:-3600} max_lines=${MAX_LINES:-200000}
new=$target.new old=$target.old etag=$target.etag fresh=$target.fresh
umask 022

say() { echo "fetch-wherefore-list: $*" >&2; }

# Puts the new file in place, or takes it back where the proxy refuses it.
install_list() {
  cp -p "$target" "$old" 2>/dev/null || : > "$old"
  mv "$new" "$target"
  if ! sh -c "$check" >/dev/null 2>&1; then
    mv "$old" "$target"
    rm -f "$etag"
    say "refused by: $check; the last good list stays"
    exit 1
  fi
  sh -c "$reload"
}

[ -e "$target" ] || : > "$target"
[ -e "$fresh" ] || touch "$fresh"

# shellcheck disable=SC2086
if status=$(curl -sS --compressed --max-time 30 -H "@$key" --etag-compare "$etag" --etag-save "$etag.new" \
  ${CURL_OPTS:-} -o "$new" -w '%{http_code}' "$url"); then :; else status=000; fi

case $status in
  304)
    touch "$fresh"
    rm -f "$new" "$etag.new"
    ;;
  200)
    [ -e "$new" ] || : > "$new"
    lines=$(wc -l < "$new")
    if [ "$lines" -gt "$max_lines" ]; then
      say "$lines lines, more than MAX_LINES=$max_lines; the last good list stays"
      exit 1
    fi
    cmp -s "$new" "$target" || install_list
    mv "$etag.new" "$etag" 2>/dev/null || rm -f "$etag"
    touch "$fresh"
    rm -f "$new"
    ;;
  *)
    rm -f "$new" "$etag.new"
    age=$(($(date +%s) - $(date -r "$fresh" +%s)))
    say "answer $status from $url; the last good list is $age s old"
    if [ "$age" -gt "$max_age" ] && [ -s "$target" ]; then
      say "older than MAX_AGE=$max_age s: emptied"
      : > "$new"
      rm -f "$etag"
      install_list
    fi
    exit 1
    ;;
esac
