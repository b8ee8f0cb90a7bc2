"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { ConversationPicker } from "./conversation-picker";
import { SideLetter } from "./side-letter";
import type { Side } from "./use-side";

interface SideHeadingProps {
  letter: "A" | "B";
  side: Side;
  /** The other side's conversation. */
  except: string | null;
  onPick: (conversationKey: string) => void;
}

/** Names a side, leads to it, and lets another conversation take its place. */
export function SideHeading({ letter, side, except, onPick }: SideHeadingProps) {
  const [picking, setPicking] = useState(false);
  const { key, conversation, failure } = side;
  return (
    <th scope="col" className="px-1.5 pb-3 text-left font-normal sm:px-3">
      <span className="flex items-baseline gap-2">
        <SideLetter letter={letter} />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {conversation && (
            <Link
              href={`/conversations/${encodeURIComponent(conversation.key)}`}
              className="text-base font-semibold hover:text-accent hover:underline"
            >
              {conversation.title}
            </Link>
          )}
          {key !== null && !conversation && !failure && <Skeleton className="h-4 w-28" />}
          {failure === "unknown" && (
            <span className="text-warning">We haven't received any events for this conversation.</span>
          )}
          {failure !== null && failure !== "unknown" && (
            <span role="alert" className="text-warning">
              {failure.message}{" "}
              <button type="button" onClick={failure.retry} className="rounded underline underline-offset-2">
                Try again
              </button>
            </span>
          )}
          {key === null && <span className="text-muted">No selection yet</span>}
        </span>
      </span>
      <Button size="small" className="mt-2" onClick={() => setPicking(true)}>
        {key === null ? "Choose" : "Choose another"}
        <span className="sr-only"> for {letter}</span>
      </Button>
      <ConversationPicker
        title={`Conversation ${letter}`}
        open={picking}
        onOpenChange={setPicking}
        except={except}
        onPick={onPick}
      />
    </th>
  );
}
