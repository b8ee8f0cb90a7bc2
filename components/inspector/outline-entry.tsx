"use client";

import { Bot, CircleCheck, CircleHelp, CirclePlay, type LucideIcon, TriangleAlert, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { type NameOf, useActorNames } from "@/components/actors/actor-names";
import { eventIcons } from "@/components/timeline/event-icons";
import { useTimeDisplay } from "@/components/times/time-display";
import { interpret } from "@/lib/event-types/interpret";
import type { Chapter } from "@/lib/fold/log/chapters";
import type { OutlineItem } from "@/lib/fold/log/outline";
import { formatDuration } from "@/lib/time/duration";
import { chapterOutcome, chapterTitle } from "./chapter-words";

/** One outline item: an icon, a title and a time. A chapter has a second line with its outcome. */
export function OutlineEntry({ item }: { item: OutlineItem }) {
  const { day, shortClock } = useTimeDisplay();
  const nameOf = useActorNames();
  const { kind, event } = item;
  if (kind === "day") return <span className="text-muted">{day(event.occurredAt)}</span>;
  const time = <span className="tabular shrink-0 text-muted">{shortClock(event.occurredAt)}</span>;
  if (kind === "chapter") return <ChapterEntry chapter={item.chapter} time={time} />;
  const { Icon, hue } = lookOf(item);
  return (
    <>
      <Icon aria-hidden="true" className={`ml-5.5 size-3.5 shrink-0 ${hue}`} />
      {kind === "notes" && item.count > 1 && <span className="shrink-0 text-muted">{item.count} notes</span>}
      <span dir="auto" className="min-w-0 flex-1 truncate text-text">
        {textOf(item, nameOf)}
      </span>
      {kind === "prompt" && item.outcome !== "answered" && (
        <span className="shrink-0 text-muted">{item.outcome === "typed" ? "typed" : "unanswered"}</span>
      )}
      {time}
    </>
  );
}

function ChapterEntry({ chapter, time }: { chapter: Chapter; time: ReactNode }) {
  const nameOf = useActorNames();
  const { Icon, hue } = chapterLooks[chapter.kind];
  const outcome = chapterOutcome(chapter, nameOf);
  return (
    <>
      <Icon aria-hidden="true" className={`mt-2 size-3.5 shrink-0 self-start ${hue}`} />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate font-medium text-text">
          {chapterTitle(chapter, nameOf)}
        </span>
        <span dir="auto" className="block truncate text-muted">
          {chapter.milliseconds > 0 && <span className="tabular">{formatDuration(chapter.milliseconds)}</span>}
          {chapter.milliseconds > 0 && outcome !== null && " · "}
          {outcome}
        </span>
      </span>
      <span className="mt-1.5 self-start">{time}</span>
    </>
  );
}

function textOf(item: OutlineItem, nameOf: NameOf): string {
  if (item.kind === "gap") return `Gap: ${item.reason}`;
  if (item.kind === "prompt") return item.event.text;
  return interpret(item.event).outline?.(nameOf) ?? item.event.text;
}

function lookOf({ kind, event }: OutlineItem): { Icon: LucideIcon; hue: string } {
  if (kind === "gap") return { Icon: TriangleAlert, hue: "text-warning" };
  if (kind === "prompt") return { Icon: CircleHelp, hue: "text-bot" };
  return { Icon: eventIcons[interpret(event).icon], hue: kind === "notes" ? "text-note" : "text-faint" };
}

const chapterLooks: Record<Chapter["kind"], { Icon: LucideIcon; hue: string }> = {
  bot: { Icon: Bot, hue: "text-bot" },
  handover: { Icon: eventIcons.clock, hue: "text-warning" },
  agent: { Icon: UserRound, hue: "text-agent" },
  unassigned: { Icon: UserRound, hue: "text-faint" },
  closed: { Icon: CircleCheck, hue: "text-faint" },
  reopened: { Icon: CirclePlay, hue: "text-agent" },
};
