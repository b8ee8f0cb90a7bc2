"use client";

import { Bot, ListChecks, PanelRight, Search, UserRound } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { MaskedBadge } from "@/components/access/masked-badge";
import { useCan } from "@/components/access/viewer-context";
import { ConversationStar } from "@/components/bookmarks/conversation-star";
import { BackToInbox } from "@/components/list-state/back-to-inbox";
import type { QuestionsView } from "@/components/questions/use-questions-view";
import { ChannelIcon } from "@/components/ui/channel-icon";
import { channelName } from "@/components/ui/channel-name";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/keys/kbd";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { EntryFilterMenu } from "./entry-filter-menu";
import { wordButton, wordOfButton } from "./header-words";
import { MoreMenu } from "./more-menu";
import { TranscriptMenu } from "./transcript-menu";
import type { EntryFiltering } from "./use-entry-filter";
import type { FoldedRuns } from "./use-folded-runs";
import { useInspectorCommands } from "./use-inspector-commands";
import { usePathOnMap } from "./use-path-on-map";

const RevealBadge = lazy(() => import("@/components/reveal/reveal-badge"));
const RevealDialog = lazy(() => import("@/components/reveal/reveal-dialog"));
const CompareWith = lazy(() => import("@/components/compare/compare-with"));

interface InspectorHeaderProps {
  /** The state at the playhead. */
  conversation: Conversation;
  events: readonly Event[];
  panelOpen: boolean;
  onTogglePanel: () => void;
  onFind: () => void;
  questions: QuestionsView;
  runs: FoldedRuns;
  filtering: EntryFiltering;
  outline: ReactNode;
}

export function InspectorHeader({
  conversation,
  panelOpen,
  onTogglePanel,
  onFind,
  filtering,
  outline,
  questions,
  ...more
}: InspectorHeaderProps) {
  const [comparing, setComparing] = useState(false);
  const compare = () => setComparing(true);
  const isMasked = !useCan("personal");
  const [revealing, setRevealing] = useState(false);
  usePathOnMap(conversation);
  useInspectorCommands({
    conversationKey: conversation.key,
    events: more.events,
    toggleQuestions: questions.toggle,
    togglePanel: onTogglePanel,
    find: onFind,
    compare,
  });
  return (
    <header className="@container flex h-13 shrink-0 items-center gap-2 border-b border-line bg-pane px-3 max-sm:h-auto max-sm:flex-wrap max-sm:pt-1.5 sm:gap-3 sm:px-4">
      <span className="-ml-1 contents print:hidden">
        <BackToInbox />
      </span>
      <h1
        dir="auto"
        className="min-w-0 truncate text-lg font-semibold max-sm:flex-1 max-sm:basis-0"
        title={conversation.title}
      >
        {conversation.title}
      </h1>
      {isMasked && (
        <Suspense fallback={<MaskedBadge isShort />}>
          <RevealBadge conversationKey={conversation.key} />
        </Suspense>
      )}
      <span className="contents sm:@max-lg:hidden">
        <StatusBadge status={conversation.status} />
      </span>
      {conversation.channel && (
        <span className="hidden shrink-0 items-center gap-1.5 text-sm text-muted @3xl:flex">
          <ChannelIcon channel={conversation.channel} />
          <span aria-hidden="true">{channelName(conversation.channel.name)}</span>
        </span>
      )}
      {conversation.bot && (
        <span className="hidden min-w-0 items-center gap-1.5 text-sm text-muted @4xl:flex">
          <Bot aria-label="Bot" className="size-3.5 shrink-0" strokeWidth={1.75} />
          <span dir="auto" className="truncate">
            {conversation.bot.name ?? `Bot ${conversation.bot.id}`}
          </span>
        </span>
      )}
      <div className="ml-auto flex shrink-0 items-center max-sm:w-full max-sm:justify-between print:hidden">
        <IconButton label="Find in this conversation" shortcut={<Kbd>/</Kbd>} side="bottom" onClick={onFind}>
          <Search />
        </IconButton>
        <ConversationStar conversationKey={conversation.key} />
        {outline}
        <EntryFilterMenu filtering={filtering} />
        <TranscriptMenu conversationKey={conversation.key} />
        <IconButton
          label="Questions"
          shortcut={<Kbd>Q</Kbd>}
          side="bottom"
          aria-pressed={questions.isOpen}
          onClick={questions.toggle}
          className={wordButton}
        >
          <ListChecks />
          <span className={wordOfButton}>Questions</span>
        </IconButton>
        <IconButton
          label={panelOpen ? "Hide the state" : "Show the state"}
          side="bottom"
          aria-expanded={panelOpen}
          onClick={onTogglePanel}
        >
          <PanelRight className="max-sm:hidden" />
          <UserRound className="sm:hidden" />
        </IconButton>
        <MoreMenu conversation={conversation} onCompare={compare} onReveal={() => setRevealing(true)} {...more} />
        {revealing && (
          <Suspense>
            <RevealDialog conversationKey={conversation.key} onClose={() => setRevealing(false)} />
          </Suspense>
        )}
        {comparing && (
          <Suspense>
            <CompareWith conversation={conversation} open onOpenChange={setComparing} />
          </Suspense>
        )}
      </div>
    </header>
  );
}
