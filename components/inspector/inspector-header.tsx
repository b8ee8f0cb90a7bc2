"use client";

import {
  Bot,
  Braces,
  Columns2,
  ExternalLink,
  Link2,
  ListChecks,
  MoreHorizontal,
  PanelRight,
  Search,
  UserRound,
} from "lucide-react";
import { type ReactNode, useState } from "react";
import { ConversationStar } from "@/components/bookmarks/conversation-star";
import { CompareWith } from "@/components/compare/compare-with";
import { BackToInbox } from "@/components/list-state/back-to-inbox";
import { platformLink } from "@/components/panels/platform-link";
import { usePlayhead } from "@/components/playhead/playhead";
import type { QuestionsView } from "@/components/questions/use-questions-view";
import { useRawDrawer } from "@/components/raw/raw-drawer";
import { densityChoice, readDensity } from "@/components/timeline/density";
import { useTimeDisplay } from "@/components/times/time-display";
import { timeModes } from "@/components/times/time-format";
import { ChannelIcon } from "@/components/ui/channel-icon";
import { copyLink } from "@/components/ui/copy-link";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/keys/kbd";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from "@/components/ui/menu";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { EntryFilterMenu } from "./entry-filter-menu";
import { TranscriptMenu } from "./transcript-menu";
import type { EntryFiltering } from "./use-entry-filter";
import type { FoldedRuns } from "./use-folded-runs";
import { useInspectorCommands } from "./use-inspector-commands";

interface InspectorHeaderProps {
  /** The state at the playhead's moment. */
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
  useInspectorCommands({ toggleQuestions: questions.toggle, compare });
  return (
    <header className="@container flex h-13 shrink-0 items-center gap-2 border-b border-line bg-pane px-3 max-sm:h-auto max-sm:flex-wrap max-sm:pt-1.5 sm:gap-3 sm:px-4">
      <span className="-ml-1 contents print:hidden">
        <BackToInbox />
      </span>
      <h1 dir="auto" className="min-w-0 truncate text-lg font-semibold" title={conversation.title}>
        {conversation.title}
      </h1>
      <StatusBadge status={conversation.status} />
      {conversation.channel && (
        <span className="hidden shrink-0 items-center gap-1.5 text-sm text-muted @xl:flex">
          <ChannelIcon channel={conversation.channel} />
          <span aria-hidden="true">{conversation.channel.name}</span>
        </span>
      )}
      {conversation.bot && (
        <span className="hidden min-w-0 items-center gap-1.5 text-sm text-muted @2xl:flex">
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
        >
          <ListChecks />
        </IconButton>
        <IconButton
          label="Copy link to this moment"
          side="bottom"
          onClick={() => void copyLink()}
          className="max-sm:hidden"
        >
          <Link2 />
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
        <MoreMenu conversation={conversation} onCompare={compare} {...more} />
        <CompareWith conversation={conversation} open={comparing} onOpenChange={setComparing} />
      </div>
    </header>
  );
}

type MoreMenuProps = Pick<InspectorHeaderProps, "conversation" | "events" | "runs"> & { onCompare: () => void };

function MoreMenu({ conversation, events, runs, onCompare }: MoreMenuProps) {
  const { index } = usePlayhead();
  const { show } = useRawDrawer();
  const { mode, choose, noVisitorZone } = useTimeDisplay();
  const density = densityChoice.useChoice();
  const link = platformLink(conversation);
  const current = events[index];
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label="More" side="bottom">
          <MoreHorizontal />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end" className="w-60">
        <MenuItem onSelect={() => void copyLink()}>
          <Link2 /> Copy link to this moment
        </MenuItem>
        {current && (
          <MenuItem onSelect={() => show(current.id)}>
            <Braces /> This event as received
          </MenuItem>
        )}
        <MenuItem onSelect={onCompare}>
          <Columns2 /> Compare with another…
        </MenuItem>
        {link && (
          <MenuItem asChild>
            <a href={link} target="_blank" rel="noopener noreferrer">
              <ExternalLink /> Open on the platform
            </a>
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuLabel>Consecutive changes</MenuLabel>
        <MenuRadioGroup value={String(runs.allFolded)} onValueChange={(value) => runs.setAllFolded(value === "true")}>
          <MenuRadioItem value="false">Expand</MenuRadioItem>
          <MenuRadioItem value="true">Collapse</MenuRadioItem>
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuLabel>Density</MenuLabel>
        <MenuRadioGroup value={density} onValueChange={(value) => densityChoice.choose(readDensity(value))}>
          <MenuRadioItem value="comfortable">Comfortable</MenuRadioItem>
          <MenuRadioItem value="compact">Compact</MenuRadioItem>
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuLabel>Times</MenuLabel>
        <MenuRadioGroup
          value={mode}
          onValueChange={(value) => choose(timeModes.find((known) => known === value) ?? "local")}
        >
          <MenuRadioItem value="local">In my time zone</MenuRadioItem>
          <MenuRadioItem value="visitor" disabled={noVisitorZone !== null}>
            <span>
              In the visitor’s time zone
              {noVisitorZone !== null && <span className="block text-xs">Unavailable: {noVisitorZone}</span>}
            </span>
          </MenuRadioItem>
          <MenuRadioItem value="utc">UTC</MenuRadioItem>
          <MenuRadioItem value="elapsed">Elapsed (total and since previous event)</MenuRadioItem>
          <MenuRadioItem value="relative">Relative</MenuRadioItem>
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
