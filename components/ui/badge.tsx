import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type BadgeTone = keyof typeof tones;

export function Badge({
  tone = "neutral",
  className,
  ...rest
}: ComponentProps<"span"> & { tone?: BadgeTone | undefined }) {
  return (
    <span
      className={classNames(
        "inline-flex shrink-0 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap [&_svg]:size-3",
        tones[tone],
        className,
      )}
      {...rest}
    />
  );
}

const tones = {
  neutral: "bg-hover text-muted",
  accent: "bg-accent-soft text-accent-chip-text",
  visitor: "bg-visitor-soft text-visitor",
  bot: "bg-bot-soft text-bot",
  agent: "bg-agent-soft text-agent",
  note: "bg-note-soft text-note",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
};
