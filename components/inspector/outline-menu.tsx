"use client";

import { ListTree } from "lucide-react";
import { useMemo, useState } from "react";
import { useOpenCommand } from "@/components/commands/use-open-command";
import { usePlayhead, usePlayheadControls } from "@/components/playhead/playhead";
import { useTimeDisplay } from "@/components/times/time-display";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/keys/kbd";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { chaptersOf } from "@/lib/fold/log/chapters";
import type { ConversationLog } from "@/lib/fold/log/conversation-log";
import { type OutlineItem, outlineOf, outlinePlace } from "@/lib/fold/log/outline";
import { wordButton, wordOfButton } from "./header-words";
import { OutlineList } from "./outline-list";
import { useKey } from "./use-key";
import { useWide } from "./use-wide";

interface OutlineMenuProps {
  /** The current state. */
  conversation: Conversation;
  events: readonly Event[];
  log: ConversationLog;
}

/** The outline of a conversation, with the playhead's item selected. */
export function OutlineMenu(props: OutlineMenuProps) {
  const [open, setOpen] = useState(false);
  const isWide = useWide();
  useKey("o", () => setOpen(!open));
  useOpenCommand("Outline", "o", ListTree, () => setOpen(true));
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <IconButton label="Outline" shortcut={<Kbd>o</Kbd>} side="bottom" className={wordButton}>
          <ListTree />
          <span className={wordOfButton}>Outline</span>
        </IconButton>
      </PopoverTrigger>
      <PopoverContent
        aria-label="Outline"
        className="w-96 max-w-[calc(100vw-1rem)] overflow-hidden p-0!"
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          if (event.target instanceof Element) event.target.querySelector<HTMLElement>('[role="listbox"]')?.focus();
        }}
      >
        <Outline {...props} onGo={() => !isWide && setOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}

function Outline({ conversation, events, log, onGo }: OutlineMenuProps & { onGo: () => void }) {
  const { index } = usePlayhead();
  const { moveToEvent } = usePlayheadControls();
  const { dayKey } = useTimeDisplay();
  const items = useMemo(() => {
    const { exchanges, statusChanges } = log;
    const chapters = chaptersOf({ conversation, statusChanges, events });
    return outlineOf({ events, chapters, exchanges, gaps: conversation.gaps, dayOf: dayKey });
  }, [conversation, events, log, dayKey]);
  const go = (item: OutlineItem) => {
    moveToEvent(item.event.id);
    onGo();
  };
  return <OutlineList items={items} place={outlinePlace(items, index)} onGo={go} />;
}
