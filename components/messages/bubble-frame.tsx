import type { ReactNode } from "react";
import type { Voice } from "@/components/ui/actor-voice";
import { classNames } from "@/components/ui/class-names";

export interface BubbleFrameProps {
  voice: Voice;
  /** What somebody says, or a card that asks or shows something. */
  look: "speech" | "card";
  children: ReactNode;
}

/** The shape around a message: soft hues for people's words, white cards with a hued edge for what a bot or an agent puts up. */
export function BubbleFrame({ voice, look, children }: BubbleFrameProps) {
  return (
    <div
      className={classNames(
        "contained w-fit max-w-full min-w-0 px-3 py-2 text-base print:break-inside-avoid",
        look === "speech" ? speech[voice] : cards[voice],
      )}
    >
      {children}
    </div>
  );
}

const card = "rounded-xl border border-line border-r-3 bg-pane";
const cards: Record<Voice, string> = {
  visitor: "rounded-2xl rounded-bl-md bg-visitor-soft print:border print:border-line",
  bot: `${card} border-r-bot/45`,
  agent: `${card} border-r-agent/45`,
  system: `${card} border-r-line-strong`,
};

const speech: Record<Voice, string> = {
  ...cards,
  agent: "rounded-2xl rounded-br-md bg-agent-soft print:border print:border-line",
};
