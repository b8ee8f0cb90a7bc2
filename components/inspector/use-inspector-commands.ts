"use client";

import {
  AlignJustify,
  Braces,
  ClipboardCopy,
  Clock,
  Columns2,
  Download,
  FlagTriangleRight,
  Link2,
  ListChecks,
  PanelRight,
  Printer,
  Search,
  Star,
} from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { useBookmarks } from "@/components/bookmarks/bookmarks-context";
import { type Command, useCommands } from "@/components/commands/commands";
import { useMarker } from "@/components/playhead/marker";
import { usePlayhead } from "@/components/playhead/playhead";
import { useRawDrawer } from "@/components/raw/raw-drawer";
import { densityChoice } from "@/components/timeline/density";
import { useTimeDisplay } from "@/components/times/time-display";
import { timeModeNames, timeModes } from "@/components/times/time-format";
import { copyLink } from "@/components/ui/copy-link";
import type { Event } from "@/lib/events/event";
import { copyTranscript, printPage, transcriptFiles, transcriptPath } from "./transcript-menu";

interface Actions {
  conversationKey: string;
  events: readonly Event[];
  toggleQuestions: () => void;
  togglePanel: () => void;
  find: () => void;
  compare: () => void;
}

/** Registers the header's actions on the open conversation in the command palette. */
export function useInspectorCommands({ conversationKey, events, ...actions }: Actions): void {
  const { index } = usePlayhead();
  const { toggleAt } = useMarker();
  const { show } = useRawDrawer();
  const canShowRaw = show !== null;
  const { toggle } = useBookmarks();
  const { choose } = useTimeDisplay();
  const current = {
    ...actions,
    mark: () => toggleAt(index),
    showRaw: () => {
      const event = events[index];
      if (event !== undefined) show?.(event.id);
    },
    bookmark: () => toggle(conversationKey, null),
    choose,
  };
  const latest = useRef(current);
  useEffect(() => {
    latest.current = current;
  });
  // Memoized: moving the playhead must not update the palette.
  const commands = useMemo(() => {
    const act = (name: keyof Omit<typeof current, "choose">) => () => latest.current[name]();
    const offered: Omit<Command, "group">[] = [
      { id: "find", title: "Find in this conversation", icon: Search, keys: ["/"], run: act("find") },
      {
        ...{ id: "questions", title: "Questions and answers as a table", icon: ListChecks, keys: ["q"] },
        ...{ keywords: ["questionnaire", "CSV"], run: act("toggleQuestions") },
      },
      {
        ...{ id: "marker", title: "Set as start point for comparing", icon: FlagTriangleRight, keys: ["m"] },
        ...{ keywords: ["marker", "difference"], run: act("mark") },
      },
      { id: "compare", title: "Compare with another conversation", icon: Columns2, run: act("compare") },
      { id: "state", title: "Show or hide the state", icon: PanelRight, keywords: ["panel"], run: act("togglePanel") },
      { id: "bookmark", title: "Bookmark this conversation", icon: Star, keywords: ["star"], run: act("bookmark") },
      { id: "copy-moment", title: "Copy link to this moment", icon: Link2, run: () => void copyLink() },
      ...(canShowRaw
        ? [{ id: "raw", title: "This event as received", icon: Braces, keywords: ["raw", "JSON"], run: act("showRaw") }]
        : []),
      {
        ...{ id: "copy-transcript", title: "Copy transcript", icon: ClipboardCopy },
        run: () => void copyTranscript(transcriptPath(conversationKey, "txt")),
      },
      ...transcriptFiles.map(({ format, name }) => ({
        ...{ id: `transcript-${format}`, title: `Download transcript: ${name}`, icon: Download },
        run: () => window.location.assign(transcriptPath(conversationKey, format)),
      })),
      { id: "print", title: "Print, or save as PDF", icon: Printer, run: printPage },
      ...timeModes.map((mode) => ({
        ...{ id: `times-${mode}`, title: `Times: ${timeModeNames[mode]}`, icon: Clock, keywords: ["time zone"] },
        run: () => latest.current.choose(mode),
      })),
      ...(["comfortable", "compact"] as const).map((density) => ({
        ...{ id: `timeline-${density}`, title: `Timeline density: ${density}`, icon: AlignJustify },
        run: () => densityChoice.choose(density),
      })),
    ];
    return offered.map((command): Command => ({ ...command, group: "This conversation" }));
  }, [conversationKey, canShowRaw]);
  useCommands(commands);
}
