"use client";

import { ArrowLeftRight } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { CompareCourse } from "./compare-course";
import { CompareFacts } from "./compare-facts";
import { CompareHeads } from "./compare-heads";
import { CompareSuggestions } from "./compare-suggestions";
import { CompareVariables } from "./compare-variables";
import { useCompared } from "./use-compared";
import { useSide } from "./use-side";

/** Two conversations side by side: their facts, differing variables, and where they diverge. */
export function ComparePage() {
  const [{ a, b }, choose] = useQueryStates({ a: parseAsString, b: parseAsString }, { history: "push" });
  const [one, other] = [useSide(a), useSide(b)];
  const comparison = useCompared(one.events, other.events);
  const scroller = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const chosen = one.conversation ?? other.conversation;

  return (
    <div ref={scroller} className="relative h-full overflow-y-auto overscroll-contain">
      <div className="mx-auto max-w-6xl px-3 pb-10 sm:px-6">
        <header className="flex items-center justify-between gap-3 py-4">
          <h1 className="text-xl font-semibold">Compare</h1>
          {a !== null && b !== null && (
            <Button onClick={() => void choose({ a: b, b: a })}>
              <ArrowLeftRight />
              Swap
            </Button>
          )}
        </header>
        <CompareHeads a={one} b={other} choose={(part) => void choose(part)} />
        <div ref={above}>
          {chosen && (a === null || b === null) && (
            <CompareSuggestions
              conversation={chosen}
              letter={a === null ? "A" : "B"}
              onPick={(key) => void choose(a === null ? { a: key } : { b: key })}
            />
          )}
          {chosen && <CompareFacts a={one} b={other} comparison={comparison} />}
          {one.conversation && other.conversation && <CompareVariables a={one.conversation} b={other.conversation} />}
        </div>
        {comparison && one.conversation && other.conversation && (
          <CompareCourse
            comparison={comparison}
            a={one.conversation}
            b={other.conversation}
            scroller={scroller}
            above={above}
          />
        )}
        {a === null && b === null && (
          <p className="py-8 text-center text-sm text-muted">
            Choose two conversations. Playhead aligns them by their questions.
          </p>
        )}
        {a !== null && b !== null && !comparison && !one.failure && !other.failure && (
          <p role="status" className="py-8 text-center text-sm text-muted">
            Loading both conversations…
          </p>
        )}
      </div>
    </div>
  );
}
