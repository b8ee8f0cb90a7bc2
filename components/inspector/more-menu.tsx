"use client";

import { Braces, Columns2, ExternalLink, Link2, MoreHorizontal, ScrollText } from "lucide-react";
import Link from "next/link";
import { lazy, Suspense } from "react";
import { useCan } from "@/components/access/viewer-context";
import { auditHref } from "@/components/audit/audit-search";
import { platformLink } from "@/components/panels/platform-link";
import { usePlayhead } from "@/components/playhead/playhead";
import { useRawDrawer } from "@/components/raw/raw-drawer";
import { densityChoice, readDensity } from "@/components/timeline/density";
import { useTimeDisplay } from "@/components/times/time-display";
import { timeModeNames, timeModes } from "@/components/times/time-format";
import { copyLink } from "@/components/ui/copy-link";
import { IconButton } from "@/components/ui/icon-button";
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
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import type { FoldedRuns } from "./use-folded-runs";

const RevealItem = lazy(() => import("@/components/reveal/reveal-item"));

interface MoreMenuProps {
  /** The state at the playhead. */
  conversation: Conversation;
  events: readonly Event[];
  runs: FoldedRuns;
  onCompare: () => void;
  onReveal: () => void;
}

/** Less frequent actions on a conversation, and display options. */
export function MoreMenu({ conversation, events, runs, onCompare, onReveal }: MoreMenuProps) {
  const canSeeReads = useCan("privacy");
  const isMasked = !useCan("personal");
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
        {current && show && (
          <MenuItem onSelect={() => show(current.id)}>
            <Braces /> This event as received
          </MenuItem>
        )}
        <MenuItem onSelect={onCompare}>
          <Columns2 /> Compare with another…
        </MenuItem>
        {isMasked && (
          <Suspense>
            <RevealItem conversationKey={conversation.key} onReveal={onReveal} />
          </Suspense>
        )}
        {canSeeReads && (
          <MenuItem asChild>
            <Link href={auditHref({ subject: `conversation:${conversation.key}` })}>
              <ScrollText /> Who has looked
            </Link>
          </MenuItem>
        )}
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
          {timeModes.map((known) => {
            const missing = known === "visitor" ? noVisitorZone : null;
            return (
              <MenuRadioItem key={known} value={known} disabled={missing !== null}>
                <span>
                  {timeModeNames[known]}
                  {missing !== null && <span className="block text-xs">Unavailable: {missing}</span>}
                </span>
              </MenuRadioItem>
            );
          })}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
