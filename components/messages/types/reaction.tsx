import type { BubbleProps } from "@/components/messages/bubble-props";
import { SafeText } from "@/components/messages/text/safe-text";

/** A reaction in its own line; the message it refers to shows it as a chip. */
export function ReactionBubble({ content }: BubbleProps<"reaction">) {
  return (
    <p className="flex items-center gap-1.5 px-1 text-sm text-muted">
      {content.emoji === "" ? (
        "Removed a reaction"
      ) : (
        <>
          Reacted
          <span className="inline-flex h-7 items-center rounded-full border border-line bg-pane px-2 text-base text-text">
            <SafeText text={content.emoji} />
          </span>
        </>
      )}
    </p>
  );
}
