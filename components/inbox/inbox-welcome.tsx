"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/keys/kbd";
import { Logo } from "@/components/ui/logo";
import { countsQuery } from "@/lib/api/client/conversation-queries";
import { noFilters } from "@/lib/filters/conversation-filters";

/** The pane beside the list while no conversation is open. */
export function InboxWelcome() {
  const { data: counts } = useQuery(countsQuery(noFilters));
  const isEmpty = counts?.all === 0;
  return (
    <div className="flex h-full flex-col items-center justify-center px-8 text-center">
      <Logo className="size-9" />
      <h2 className="mt-5 text-lg font-semibold tracking-tight">
        {isEmpty ? "No events received yet" : "Choose a conversation"}
      </h2>
      <p className="mt-1 max-w-88 text-pretty text-muted">
        {isEmpty
          ? "Register the webhook on the platform, or send sample events to look around."
          : "See what was said, what the bot knew and who was in charge at any moment."}
      </p>
      {isEmpty ? (
        <Button asChild variant="primary" className="mt-6">
          <Link href="/setup">Set up the webhook</Link>
        </Button>
      ) : (
        <dl className="mt-7 grid grid-cols-[auto_auto] items-center gap-x-4 gap-y-2 text-left text-sm text-muted coarse:hidden">
          {hints.map(([keys, does]) => (
            <div key={does} className="contents">
              <dt className="flex justify-end gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

const hints: readonly [keys: readonly string[], does: string][] = [
  [["j", "k"], "move through the list"],
  [["Enter"], "open a conversation"],
  [["/"], "search"],
  [["?"], "all shortcuts"],
];
