"use client";

import { memo } from "react";
import { ActorNames } from "@/components/actors/actor-names";
import { classNames } from "@/components/ui/class-names";
import type { Conversation } from "@/lib/conversation/conversation";
import type { ComparedPassages, Course, Passage } from "@/lib/fold/compare/compare-courses";
import { PassageCell } from "./passage-cell";
import { SideLetter } from "./side-letter";
import type { Comparison } from "./use-compared";

interface ComparedRowProps {
  row: ComparedPassages;
  comparison: Comparison;
  a: Conversation;
  b: Conversation;
  /** The difference that was stepped to. */
  isShown: boolean;
}

/** Two passages side by side in columns A and B; stacked on a phone. */
export const ComparedRow = memo(function ComparedRow({ row, comparison, a, b, isShown }: ComparedRowProps) {
  return (
    <div
      className={classNames(
        "grid gap-y-3 border-b border-line py-3 md:grid-cols-[10rem_minmax(0,1fr)_minmax(0,1fr)]",
        isShown && "outline-2 -outline-offset-2 outline-accent",
      )}
    >
      <p className="text-xs text-muted md:pr-2">{agreementOf(row)}</p>
      <Side letter="A" passage={row.a} kind={row.kind} course={comparison.a} conversation={a} />
      <Side letter="B" passage={row.b} kind={row.kind} course={comparison.b} conversation={b} />
    </div>
  );
});

/** A label for how far the two agree here. */
function agreementOf({ kind, a, b }: ComparedPassages): string {
  if (a === null) return "Only in B";
  if (b === null) return "Only in A";
  if (kind === "parted") return "Different questions";
  if (a.question === null) return "";
  return kind === "same" ? "Same answer" : "Different answers";
}

interface SideProps {
  letter: "A" | "B";
  passage: Passage | null;
  kind: ComparedPassages["kind"];
  course: Course;
  conversation: Conversation;
}

function Side({ letter, passage, kind, course, conversation }: SideProps) {
  if (passage === null)
    return <p className="px-3 text-xs text-faint max-md:hidden">No matching question in {letter}.</p>;
  return (
    <div className="flex min-w-0 gap-2 md:px-3">
      <span className="md:sr-only">
        <SideLetter letter={letter} />
      </span>
      <ActorNames botName={conversation.bot?.name ?? null} visitorName={conversation.visitor.name}>
        <PassageCell
          conversationKey={conversation.key}
          createdAt={conversation.createdAt}
          passage={passage}
          events={course.events}
          differs={kind === "answer"}
        />
      </ActorNames>
    </div>
  );
}
