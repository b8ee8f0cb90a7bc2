"use client";

import { Link2, X } from "lucide-react";
import Link from "next/link";
import { ExportButton } from "@/components/export/export-button";
import { Button } from "@/components/ui/button";
import { copyLink } from "@/components/ui/copy-link";
import { IconButton } from "@/components/ui/icon-button";
import { noFilters } from "@/lib/filters/conversation-filters";
import { key } from "@/lib/filters/definitions/conversation/key";
import { compareHref, conversationLinks } from "./selection-links";
import type { SelectionState } from "./use-selection";

export interface SelectionBarProps {
  selection: SelectionState;
  /** The keys of all conversations in the list, in order. */
  shown: readonly string[];
}

/** Actions on the selected conversations; loaded when there are any. */
export default function SelectionBar({ selection: { keys, clear, toggleAll }, shown }: SelectionBarProps) {
  // In the list's order; conversations that have left the list come last.
  const chosen = [...shown.filter((key) => keys.has(key)), ...[...keys].filter((key) => !shown.includes(key))];
  const [first, second] = chosen;
  const these = { ...noFilters, key: chosen };
  return (
    <div
      role="toolbar"
      aria-label="Selected conversations"
      className="flex min-h-12 shrink-0 flex-wrap items-center gap-0.5 border-t border-line bg-accent-soft px-3 py-1.5"
    >
      <output className="tabular text-sm whitespace-nowrap font-medium">{keys.size} selected</output>
      {!shown.every((key) => keys.has(key)) && (
        <Button size="small" variant="quiet" onClick={() => toggleAll(shown)}>
          All {shown.length}
        </Button>
      )}
      <span className="flex-1" />
      {keys.size === 2 && first !== undefined && second !== undefined && (
        <Button asChild size="small">
          <Link href={compareHref(first, second)}>Compare</Link>
        </Button>
      )}
      <IconButton
        label="Copy links"
        onClick={() => void copyLink(conversationLinks(chosen), linksCopied(chosen.length))}
      >
        <Link2 />
      </IconButton>
      <ExportButton
        label={keys.size > key.most ? `Export: at most ${key.most} at once` : "Export"}
        disabled={keys.size > key.most}
        filters={these}
      />
      <IconButton label="Clear selection" onClick={clear}>
        <X />
      </IconButton>
    </div>
  );
}

function linksCopied(count: number): string {
  return count === 1 ? "Link copied" : `${count} links copied`;
}
