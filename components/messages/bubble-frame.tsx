import type { ReactNode } from "react";
import type { Voice } from "@/components/ui/actor-voice";
import { classNames } from "@/components/ui/class-names";

export interface BubbleFrameProps {
  voice: Voice;
  /** Speech, or a card with a prompt or content. */
  look: "speech" | "card";
  children: ReactNode;
}

/**
 * The frame of a message: soft hues for speech, white cards with a coloured edge for prompts and content of a bot or an agent.
 */
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
