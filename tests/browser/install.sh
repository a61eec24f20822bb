#!/usr/bin/env bash
# Makes sure that Chromium and a Chinese font are here; fails, saying why, where they cannot be had.
set -euo pipefail

need=()
command -v chromium >/dev/null || need+=(chromium)
fc-list 2>/dev/null | grep -q "Noto Sans CJK" || need+=(fonts-noto-cjk)
[ ${#need[@]} -eq 0 ] && exit 0

advice="浏览器测试需要 ${need[*]}。请安装后再来，或用 make test BROWSER=0 跳过浏览器测试。
Browser tests need ${need[*]}. Install them, or leave these tests out with: make test BROWSER=0"

if [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif sudo -n true 2>/dev/null; then
  as_root=(sudo -n)
else
  echo "$advice" >&2
  exit 1
fi
command -v apt-get >/dev/null || { echo "$advice" >&2; exit 1; }

echo "正在安装 Installing: ${need[*]} …"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" apt-get install -y --no-install-recommends "${need[@]}" fontconfig; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "$advice" >&2
  exit 1
fi
rm -f "$log"
