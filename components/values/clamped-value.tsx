"use client";

import { useState } from "react";
import { valueText } from "@/lib/messages/parts/variable-assignments";
import { JsonValue } from "./json-value";

const shownAtFirst = 300;

/** A value of any length: the beginning of a long one, and all of it on demand. */
export function ClampedValue({ value, type }: { value: unknown; type?: string | null | undefined }) {
  const [isWhole, setWhole] = useState(false);
  const { length } = valueText(value);
  const isLong = length > shownAtFirst;
  return (
    <>
      <JsonValue value={value} type={type} most={isWhole ? undefined : shownAtFirst} />
      {isLong && (
        <button
          type="button"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
          className="block min-h-6 rounded text-left text-xs text-muted underline underline-offset-2 hover:text-text"
        >
          {isWhole ? "Show less" : `Show all ${length.toLocaleString("en")} characters`}
        </button>
      )}
    </>
  );
}
