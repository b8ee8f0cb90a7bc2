"use client";

import { ListTree } from "lucide-react";
import { useMemo, useState } from "react";
import { usePlayhead, usePlayheadControls } from "@/components/playhead/playhead";
import { useTimeDisplay } from "@/components/times/time-display";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/keys/kbd";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { Gap } from "@/lib/conversation/conversation";
import type { Exchange } from "@/lib/conversation/prompts/exchanges";
import type { Event } from "@/lib/events/event";
import { type OutlineItem, outlineOf, outlinePlace } from "@/lib/fold/log/outline";
import { OutlineList } from "./outline-list";
import { useKey } from "./use-key";
import { useWide } from "./use-wide";

interface OutlineMenuProps {
  events: readonly Event[];
  exchanges: readonly Exchange[];
  gaps: readonly Gap[];
}

/** The places worth going to in a conversation, with the one that the playhead is in. */
export function OutlineMenu(props: OutlineMenuProps) {
  const [open, setOpen] = useState(false);
  const isWide = useWide();
  useKey("o", () => setOpen(!open));
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <IconButton label="Outline" shortcut={<Kbd>o</Kbd>} side="bottom">
          <ListTree />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent
        aria-label="Outline"
        className="w-84 overflow-hidden p-0!"
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

function Outline({ events, exchanges, gaps, onGo }: OutlineMenuProps & { onGo: () => void }) {
  const { index } = usePlayhead();
  const { moveToEvent } = usePlayheadControls();
  const { dayKey } = useTimeDisplay();
  const items = useMemo(() => outlineOf({ events, exchanges, gaps, dayOf: dayKey }), [events, exchanges, gaps, dayKey]);
  const go = (item: OutlineItem) => {
    moveToEvent(item.event.id);
    onGo();
  };
  return <OutlineList items={items} place={outlinePlace(items, index)} onGo={go} />;
}
