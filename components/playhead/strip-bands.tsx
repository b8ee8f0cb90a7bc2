import { memo } from "react";
import type { Voice } from "@/components/ui/actor-voice";
import { classNames } from "@/components/ui/class-names";
import type { ChargeSpan } from "./charge-spans";
import { columnX, type StripLayout, stripEnd } from "./strip-layout";

const fills: Record<Voice, string> = {
  visitor: "bg-visitor",
  bot: "bg-bot",
  agent: "bg-agent",
  system: "bg-line-strong",
};

/** A band below the bars in the hue of who was in charge. */
export const StripBands = memo(function StripBands({
  layout,
  spans,
}: {
  layout: StripLayout;
  spans: readonly ChargeSpan[];
}) {
  return (
    <div aria-hidden="true" className="relative mt-1.5 h-[3px] forced-color-adjust-none">
      {spans.map(({ from, voice }, place) => {
        if (voice === null) return null;
        const next = spans[place + 1];
        const left = columnX(layout, from);
        const right = next ? columnX(layout, next.from) - 3 : stripEnd(layout);
        return (
          <span
            key={from}
            data-in-charge={voice}
            style={{ left, width: Math.max(2, right - left) }}
            className={classNames("absolute inset-y-0 rounded-full", fills[voice])}
          />
        );
      })}
    </div>
  );
});
