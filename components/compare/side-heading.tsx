"use client";

import { Replace } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import { cellSpace } from "./columns";
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

/** A side's heading, with a link to its conversation and a button to choose another one. */
export function SideHeading({ letter, side, except, onPick }: SideHeadingProps) {
  const [picking, setPicking] = useState(false);
  const { key, conversation, failure } = side;
  return (
    <div className={classNames("flex min-w-0 items-center gap-1.5 py-1.5 sm:gap-2", cellSpace)}>
      <SideLetter letter={letter} />
      {conversation && (
        <Link
          href={`/conversations/${encodeURIComponent(conversation.key)}`}
          title={conversation.title}
          dir="auto"
          className="min-w-0 truncate text-base font-semibold hover:text-accent hover:underline"
        >
          {conversation.title}
        </Link>
      )}
      {key !== null && !conversation && !failure && <Skeleton className="h-4 w-28" />}
      {failure === "unknown" && (
        <span className="text-xs text-warning">We haven't received any events for this conversation.</span>
      )}
      {failure !== null && failure !== "unknown" && (
        <span role="alert" className="text-xs text-warning">
          {failure.message}{" "}
          <button type="button" onClick={failure.retry} className="rounded underline underline-offset-2">
            Try again
          </button>
        </span>
      )}
      {key === null ? (
        <>
          <span className="min-w-0 text-muted max-sm:sr-only">No selection yet</span>
          <Button size="small" onClick={() => setPicking(true)}>
            Choose<span className="sr-only"> for {letter}</span>
          </Button>
        </>
      ) : (
        <IconButton
          label={`Choose another for ${letter}`}
          side="bottom"
          onClick={() => setPicking(true)}
          className="ml-auto"
        >
          <Replace />
        </IconButton>
      )}
      <ConversationPicker
        title={`Conversation ${letter}`}
        open={picking}
        onOpenChange={setPicking}
        except={except}
        onPick={onPick}
      />
    </div>
  );
}
