"use client";

import { CornerDownRight, Variable } from "lucide-react";
import { usePlayheadControls } from "@/components/playhead/playhead";
import { formatDuration } from "@/lib/time/duration";
import type { MessageExchange } from "./row";

const mostNamed = 4;
const mostInTooltip = 50;

/** The quiet line under a prompt: after how long it was answered, or that nobody did, and which variables that set. */
export function ExchangeLine({ joined, pending }: { joined: MessageExchange; pending: boolean }) {
  const { moveToEvent } = usePlayheadControls();
  const { exchange } = joined;
  const { answerId } = exchange;
  const text = pending ? "not answered yet" : outcomeText(exchange.outcome, exchange.afterMs);
  const names = pending ? [] : [...new Set(exchange.variables.map((variable) => variable.name))];
  return (
    <p
      data-outcome={pending ? "pending" : exchange.outcome}
      className="mt-1 flex max-w-full flex-wrap items-center gap-x-3 text-xs text-muted"
    >
      <span className="flex items-center gap-1">
        <CornerDownRight aria-hidden="true" className="size-3 text-faint" />
        {answerId === null ? (
          text
        ) : (
          <button
            type="button"
            onClick={() => moveToEvent(answerId)}
            className="tabular rounded hover:text-accent hover:underline"
          >
            {text}
          </button>
        )}
      </span>
      {names.length > 0 && (
        <span title={names.slice(0, mostInTooltip).join("\n")} className="flex min-w-0 items-center gap-1">
          <Variable aria-hidden="true" className="size-3 shrink-0 text-faint" />
          <span dir="auto" className="line-clamp-2">
            sets <span className="font-mono">{names.slice(0, mostNamed).join(", ")}</span>
            {names.length > mostNamed && ` and ${names.length - mostNamed} more`}
          </span>
        </span>
      )}
    </p>
  );
}

function outcomeText(outcome: MessageExchange["exchange"]["outcome"], afterMs: number | null): string {
  if (outcome === "unanswered") return "never answered";
  const after = afterMs === null ? "" : ` after ${formatDuration(afterMs)}`;
  return outcome === "typed" ? `typed a different reply${after}` : `answered${after}`;
}
