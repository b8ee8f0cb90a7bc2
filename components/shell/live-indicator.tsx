"use client";

import { useLiveUpdates } from "@/components/live/use-live-updates";
import { classNames } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";

/** Runs live updates, with a dot that shows their state. */
export function LiveIndicator() {
  const { colour, text } = states[useLiveUpdates()];
  return (
    <Tooltip label={text} side="right">
      <span role="status" className="flex size-8 items-center justify-center">
        <span className={classNames("size-2 rounded-full transition-colors", colour)} />
        <span className="sr-only">{text}</span>
      </span>
    </Tooltip>
  );
}

const states = {
  connecting: { colour: "animate-pulse bg-line-strong", text: "Connecting…" },
  live: { colour: "bg-agent", text: "Live: new events appear automatically" },
  polling: { colour: "bg-agent", text: "Live, checking every few seconds" },
  offline: { colour: "bg-warning", text: "The server cannot be reached. Trying again." },
};
