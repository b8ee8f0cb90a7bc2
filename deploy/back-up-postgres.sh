#!/bin/sh
# Dumps the database of PGDATABASE into FOLDER (/backups), proves that the dump can be read, and removes all but the newest KEEP (14).
set -eu
folder=${FOLDER:-/backups}
keep=${KEEP:-14}
file="$folder/playhead-$(date -u +%Y%m%dT%H%M%SZ).dump"
trap 'rm -f "$file.part"' EXIT

pg_dump --format=custom --file="$file.part"
pg_restore --list "$file.part" | grep -q 'TABLE DATA public Event' || {
  echo "The dump holds no events: is PGDATABASE Playhead's database?" >&2
  exit 1
}
mv "$file.part" "$file"
echo "Backed up $PGDATABASE to $file ($(wc -c < "$file") bytes)"

ls -1 "$folder"/playhead-*.dump | sort -r | tail -n +$((keep + 1)) | while read -r old; do
  rm -- "$old"
  echo "Removed $old"
done
