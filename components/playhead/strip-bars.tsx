import { memo } from "react";
import type { Voice } from "@/components/actors/voice";
import type { StripColumn, StripLayout } from "./strip-layout";

const voices: readonly Voice[] = ["visitor", "bot", "agent", "note", "system"];

const fills: Record<Voice, string> = {
  visitor: "fill-visitor",
  bot: "fill-bot",
  agent: "fill-agent",
  note: "fill-amber-500",
  system: "fill-line-strong",
};

interface StripBarsProps {
  layout: StripLayout;
  /** The tallest bar's height, and the baseline of all bars, in pixels from the top. */
  height: number;
  bottom: number;
}

const dotRadius = 2.75;

/** All bars as one path per hue, and notes as dots above them: ten thousand events take six elements. */
export const StripBars = memo(function StripBars({ layout, height, bottom }: StripBarsProps) {
  const dots = layout.notes.map((x) => dot(x + (layout.columns[0]?.width ?? 0) / 2)).join("");
  return (
    <>
      {voices.map((voice) => {
        const path = layout.columns.map((column) => bar(column, voice, height, bottom)).join("");
        return path && <path key={voice} d={path} className={fills[voice]} />;
      })}
      {dots && <path d={dots} data-notes={layout.notes.length} className="fill-amber-500" />}
    </>
  );
});

function dot(x: number): string {
  const diameter = 2 * dotRadius;
  return `M${(x - dotRadius).toFixed(1)} ${dotRadius}a${dotRadius} ${dotRadius} 0 1 0 ${diameter} 0a${dotRadius} ${dotRadius} 0 1 0 -${diameter} 0z`;
}

function bar({ x, width, parts }: StripColumn, voice: Voice, height: number, floor: number): string {
  let bottom = floor;
  for (const part of parts) {
    const partHeight = Math.max(2, part.height * height);
    const top = bottom - partHeight;
    if (part.voice === voice) return roundedBar(x, top, width, partHeight);
    bottom = top;
  }
  return "";
}

function roundedBar(x: number, top: number, width: number, height: number): string {
  const radius = Math.min(width / 2, 1.5, height);
  const side = (height - radius).toFixed(1);
  return (
    `M${x.toFixed(1)} ${(top + height).toFixed(1)}v-${side}q0-${radius} ${radius}-${radius}` +
    `h${(width - 2 * radius).toFixed(1)}q${radius} 0 ${radius} ${radius}v${side}z`
  );
}
