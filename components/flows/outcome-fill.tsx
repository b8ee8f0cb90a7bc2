import type { StepOutcome } from "@/lib/filters/kinds/condition";
import type { FlowEnd } from "@/lib/filters/kinds/flow-ends";

interface Fill {
  className: string;
  fill?: string;
}

/** The colors of outcomes: of those who answered, typed, or took over; warnings for those who left. */
export const outcomeFill: Readonly<Record<StepOutcome, Fill>> = {
  answered: { className: "fill-bot" },
  typedInstead: { className: "fill-visitor" },
  askedAgain: { className: "", fill: "url(#again)" },
  handedOver: { className: "fill-agent" },
  abandoned: { className: "fill-warning" },
  pending: { className: "", fill: "url(#not-yet)" },
};

export const endFill: Readonly<Record<FlowEnd | "rare", Fill>> = {
  human: { className: "fill-agent/70" },
  closed: { className: "fill-line-strong" },
  silence: { className: "fill-warning/70" },
  pending: { className: "", fill: "url(#not-yet)" },
  rare: { className: "", fill: "url(#rare)" },
};

/** The patterns of what is not told apart by color alone. */
export function FlowPatterns() {
  return (
    <defs>
      <pattern id="not-yet" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className="fill-hover" />
        <line x1="1" x2="1" y2="5" strokeWidth="2" className="stroke-faint" />
      </pattern>
      <pattern id="again" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" className="fill-bot-soft" />
        <circle cx="2" cy="2" r="1" className="fill-bot" />
      </pattern>
      <pattern id="rare" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" className="fill-visitor-soft" />
        <line x2="4" y1="1" y2="1" strokeWidth="1" className="stroke-visitor" />
      </pattern>
      <marker
        id="back"
        viewBox="0 0 8 8"
        refX="6"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        orient="auto"
        markerUnits="userSpaceOnUse"
      >
        <path d="M0,0 L8,4 L0,8 z" className="fill-visitor" />
      </marker>
    </defs>
  );
}
