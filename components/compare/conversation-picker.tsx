"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command as Palette } from "cmdk";
import { Search } from "lucide-react";
import { useState } from "react";
import { PaletteGroup, PaletteItem } from "@/components/commands/palette-item";
import { Highlight } from "@/components/conversation-row/highlight";
import { preview } from "@/components/conversation-row/preview";
import { ChannelIcon } from "@/components/ui/channel-icon";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { useSettled } from "@/components/ui/hooks/use-settled";
import { RelativeTime } from "@/components/ui/relative-time";
import { conversationSearchQuery } from "@/lib/api/client/conversation-queries";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Summary } from "@/lib/conversation/conversation";

const typingPauseMs = 150;
const mostShown = 20;

interface ConversationPickerProps {
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Excluded. */
  except: string | null;
  /** The visitor whose other conversations are listed first. */
  visitorKey?: string | undefined;
  onPick: (conversationKey: string) => void;
}

/** Finds a conversation by its messages; without a query, lists the visitor's own and the latest ones. */
export function ConversationPicker({ title, open, onOpenChange, ...rest }: ConversationPickerProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={title} className="top-[12dvh]! translate-y-0! p-4!">
        <PickerBody
          {...rest}
          onPick={(key) => {
            onOpenChange(false);
            rest.onPick(key);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

function PickerBody({ except, visitorKey, onPick }: Pick<ConversationPickerProps, "except" | "visitorKey" | "onPick">) {
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState("");
  const searchText = useSettled(typed.trim(), typingPauseMs);
  const found = useQuery({ ...conversationSearchQuery(searchText, mostShown), placeholderData: keepPreviousData });
  const visitor = useQuery({
    ...queryOf(endpoints.getVisitor, { path: { key: visitorKey ?? "" } }),
    enabled: visitorKey !== undefined,
  });
  const own =
    searchText === "" ? (visitor.data?.conversations ?? []).filter(({ key }) => key !== except).slice(0, 6) : [];
  const others = (found.data?.data ?? []).filter(
    ({ key }) => key !== except && !own.some((conversation) => conversation.key === key),
  );
  const offered = [...own, ...others].map(({ key }) => key);
  const offer = (summary: Summary) => (
    <PaletteItem
      key={summary.key}
      value={summary.key}
      icon={<ChannelIcon channel={summary.channel} className="mt-px" />}
      onSelect={() => onPick(summary.key)}
    >
      <span dir="auto" className="max-w-1/2 shrink-0 truncate">
        <Highlight text={summary.title} searchText={searchText || undefined} />
      </span>
      <span dir="auto" className="min-w-0 flex-1 truncate text-xs text-muted">
        <Highlight text={preview(summary).text} searchText={searchText || undefined} />
      </span>
      <RelativeTime iso={summary.lastEventAt} className="shrink-0 text-xs text-muted" />
    </PaletteItem>
  );

  return (
    <Palette
      shouldFilter={false}
      label="Conversations"
      loop
      // When results arrive late and the active one is gone, Enter selects the first.
      value={offered.includes(active) ? active : (offered[0] ?? "")}
      onValueChange={setActive}
      className="-mx-2"
    >
      <div className="mx-2 flex items-center gap-2 rounded-lg border border-line px-2.5 focus-within:border-accent">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <Palette.Input
          value={typed}
          onValueChange={setTyped}
          placeholder="Text, visitor or key…"
          className="h-9 min-w-0 flex-1 bg-transparent text-base outline-none"
        />
      </div>
      <Palette.List label="Conversations" className="mt-2 max-h-[min(24rem,50dvh)] overflow-y-auto overscroll-contain">
        <PaletteGroup heading="Of the same visitor">{own.map(offer)}</PaletteGroup>
        <PaletteGroup heading={searchText === "" ? "Latest" : "Found"}>{others.map(offer)}</PaletteGroup>
      </Palette.List>
      <p role="status" className="px-3 pt-2 text-xs text-muted empty:hidden">
        {found.isError && "Conversations could not be searched."}
        {!found.isError &&
          own.length + others.length === 0 &&
          (found.isFetching ? "Searching…" : "No matching conversations.")}
      </p>
    </Palette>
  );
}
