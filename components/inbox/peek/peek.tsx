"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useRef } from "react";
import { hrefOfHit } from "@/components/conversation-row/hit-of-search";
import { focusConversation } from "@/components/inbox/list/row-focus";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/keys/kbd";
import type { Summary } from "@/lib/conversation/conversation";
import { PeekContent } from "./peek-content";

export interface PeekProps {
  rows: readonly Summary[];
  peekedKey: string | null;
  /** Another conversation, or none. */
  show: (key: string | null) => void;
  search: string;
  searchText: string | undefined;
  view: HTMLElement | null;
}

/** A look at a conversation beside the list, which stays as it is; the arrows go on to the next one. */
export function Peek({ rows, peekedKey, show, search, searchText, view }: PeekProps) {
  const router = useRouter();
  const index = rows.findIndex(({ key }) => key === peekedKey);
  const summary = rows[index];
  const before = rows[index - 1]?.key;
  const after = rows[index + 1]?.key;
  const latest = useRef(peekedKey);
  if (peekedKey !== null) latest.current = peekedKey;
  const list = `/conversations/${encodeURIComponent(peekedKey ?? "")}${search}`;
  const href = summary === undefined ? list : hrefOfHit(list, summary, searchText);

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    if (event.metaKey || event.ctrlKey || event.altKey || step === undefined) return;
    if (event.target instanceof Element && event.target.closest("a, button") && step === "open") return;
    event.preventDefault();
    if (step === "open") router.push(href);
    if (step === "open" || step === "close") show(null);
    if (step === "next" && after !== undefined) show(after);
    if (step === "previous" && before !== undefined) show(before);
  }

  return (
    <Dialog.Root modal={false} open={summary !== undefined} onOpenChange={(isOpen) => !isOpen && show(null)}>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          // The list goes on being used beside it.
          onInteractOutside={(event) => event.preventDefault()}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.target instanceof HTMLElement) event.target.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (view !== null && latest.current !== null) focusConversation(view, latest.current);
          }}
          className="fixed inset-y-0 right-0 z-40 flex w-[min(30rem,100vw)] animate-slide-in flex-col border-l border-line-strong bg-pane outline-none"
        >
          <div className="flex shrink-0 items-center gap-1 border-b border-line py-2 pr-2 pl-4">
            <Dialog.Title dir="auto" aria-live="polite" className="min-w-0 flex-1 truncate text-base font-semibold">
              <bdi>{summary?.title}</bdi>
            </Dialog.Title>
            <IconButton
              label="Previous conversation"
              shortcut={<Kbd>↑</Kbd>}
              side="bottom"
              disabled={before === undefined}
              onClick={() => before !== undefined && show(before)}
            >
              <ArrowUp />
            </IconButton>
            <IconButton
              label="Next conversation"
              shortcut={<Kbd>↓</Kbd>}
              side="bottom"
              disabled={after === undefined}
              onClick={() => after !== undefined && show(after)}
            >
              <ArrowDown />
            </IconButton>
            <Button asChild size="small">
              <Link href={href} prefetch={false} onClick={() => show(null)}>
                Open
              </Link>
            </Button>
            <Dialog.Close asChild>
              <IconButton label="Close" shortcut={<Kbd>Esc</Kbd>} side="bottom">
                <X />
              </IconButton>
            </Dialog.Close>
          </div>
          {summary && <PeekContent key={summary.key} summary={summary} />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const steps: Record<string, "next" | "previous" | "open" | "close"> = {
  ArrowDown: "next",
  j: "next",
  ArrowUp: "previous",
  k: "previous",
  Enter: "open",
  " ": "close",
};
