#!/bin/bash
# The image's HEALTHCHECK: is the server ready to store a delivery? In bash alone, because starting Node or curl takes many times as
# long, every ten seconds. Fails where nobody answers within two seconds.
exec 3<>"/dev/tcp/127.0.0.1/${PORT:-3000}" || exit 1
printf 'GET /api/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 2 _ status _ <&3
[[ $status == 200 ]]
