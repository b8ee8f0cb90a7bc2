import { memo } from "react";
import type { Voice } from "@/components/timeline/voice";
import type { StripColumn, StripLayout } from "./strip-layout";

const voices: readonly Voice[] = ["visitor", "bot", "agent", "note", "system"];

const fills: Record<Voice, string> = {
  visitor: "fill-visitor",
  bot: "fill-bot",
  agent: "fill-agent",
  note: "fill-amber-500",
  system: "fill-line-strong",
};

/** All bars as one path a hue: ten thousand events cost the page five elements. */
export const StripBars = memo(function StripBars({ layout, height }: { layout: StripLayout; height: number }) {
  return voices.map((voice) => {
    const path = layout.columns.map((column) => bar(column, voice, height)).join("");
    return path && <path key={voice} d={path} className={fills[voice]} />;
  });
});

function bar({ x, width, parts }: StripColumn, voice: Voice, height: number): string {
  let bottom = height;
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
