"use client";

import { useEffect, useState } from "react";
import { Select } from "@/components/ui/select";

interface ZoneFieldProps {
  tz: string;
  change: (part: { tz: string }) => void;
}

/** The zone of days and hours: UTC, the reader's, or the one in the URL. */
export function ZoneField({ tz, change }: ZoneFieldProps) {
  const [own, setOwn] = useState("UTC");
  useEffect(() => setOwn(new Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return (
    <Select
      compact
      aria-label="Time zone"
      className="w-auto! max-w-44"
      value={tz}
      onChange={({ target }) => change({ tz: target.value })}
    >
      {[...new Set(["UTC", own, tz])].map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll("_", " ")}
        </option>
      ))}
    </Select>
  );
}
