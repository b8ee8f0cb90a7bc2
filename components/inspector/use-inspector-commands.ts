"use client";

import { Columns2, FlagTriangleRight, ListChecks } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { type Command, useCommands } from "@/components/commands/commands";
import { useMarker } from "@/components/playhead/marker";
import { usePlayhead } from "@/components/playhead/playhead";

interface Actions {
  toggleQuestions: () => void;
  compare: () => void;
}

/** What the command palette offers for the open conversation. */
export function useInspectorCommands({ toggleQuestions, compare }: Actions): void {
  const { index } = usePlayhead();
  const { toggleAt } = useMarker();
  const latest = useRef({ toggleQuestions, compare, mark: () => toggleAt(index) });
  useEffect(() => {
    latest.current = { toggleQuestions, compare, mark: () => toggleAt(index) };
  });
  // Registered once: a step of the playhead must not tell the palette anything.
  const commands = useMemo<Command[]>(
    () => [
      {
        ...{ id: "questions", title: "Questions and answers as a table", group: "This conversation", icon: ListChecks },
        ...{ keys: ["q"], keywords: ["questionnaire", "CSV"], run: () => latest.current.toggleQuestions() },
      },
      {
        ...{
          id: "marker",
          title: "Set as start point for comparing",
          group: "This conversation",
          icon: FlagTriangleRight,
        },
        ...{ keys: ["m"], keywords: ["marker", "difference"], run: () => latest.current.mark() },
      },
      {
        ...{ id: "compare", title: "Compare with another conversation", group: "This conversation", icon: Columns2 },
        run: () => latest.current.compare(),
      },
    ],
    [],
  );
  useCommands(commands);
}
