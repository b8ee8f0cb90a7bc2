"use client";

import { ShownOnce } from "@/components/settings/shown-once";

/** Backup codes, which the server returns only once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  return (
    <ShownOnce label="Backup codes" secret={codes.join(" ")}>
      Store them now; they won't be shown again. Each works once, if you don't have your device at hand.
    </ShownOnce>
  );
}
