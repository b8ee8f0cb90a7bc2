import { memo } from "react";
import type { Voice } from "@/components/ui/actor-voice";
import type { ChargeSpan } from "./charge-spans";
import { columnX, type StripLayout, stripEnd } from "./strip-layout";

const strokes: Record<Voice, string> = {
  visitor: "stroke-visitor",
  bot: "stroke-bot",
  agent: "stroke-agent",
  system: "stroke-line-strong",
};

const thickness = 3;

interface StripBandsProps {
  layout: StripLayout;
  spans: readonly ChargeSpan[];
}

/** A band below the bars in the hue of who was in charge: one path per hue, however often that changed. */
export const StripBands = memo(function StripBands({ layout, spans }: StripBandsProps) {
  const paths = bandPaths(layout, spans);
  return (
    <svg
      aria-hidden="true"
      width={stripEnd(layout)}
      height={thickness}
      className="mt-1.5 block overflow-visible fill-none forced-color-adjust-none"
      strokeWidth={thickness}
      strokeLinecap="round"
    >
      {[...paths].map(([voice, path]) => (
        <path key={voice} data-in-charge={voice} d={path} className={strokes[voice]} />
      ))}
    </svg>
  );
});

/** The bands of each hue as an SVG path. Of several spans in one bar, the last is drawn. */
export function bandPaths(layout: StripLayout, spans: readonly ChargeSpan[]): Map<Voice, string> {
  const paths = new Map<Voice, string>();
  const cap = thickness / 2;
  spans.forEach(({ from, voice }, place) => {
    const next = spans[place + 1];
    const left = columnX(layout, from);
    const end = next ? columnX(layout, next.from) : stripEnd(layout) + thickness;
    if (voice === null || (next && end === left)) return;
    const right = Math.max(left, end - 2 * thickness);
    paths.set(voice, `${paths.get(voice) ?? ""}M${(left + cap).toFixed(1)} ${cap}H${(right + cap).toFixed(1)}`);
  });
  return paths;
}
