import { CornerUpLeft } from "lucide-react";
import { SafeText } from "@/components/messages/text/safe-text";

export interface QuoteProps {
  /** The quoted text; "" if unknown. */
  text: string;
  /** Its sender, if known. */
  by?: string | undefined;
  /** Jumps to the quoted message, if the conversation contains it. */
  onJump?: (() => void) | undefined;
}

/** The message that a message replies to. */
export function Quote({ text, by, onJump }: QuoteProps) {
  const content = (
    <>
      <CornerUpLeft aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0">
        <span className="sr-only">Reply to: </span>
        {by !== undefined && <span className="mr-1.5 font-medium">{by}</span>}
        <span dir="auto" className="line-clamp-2 inline [overflow-wrap:anywhere]">
          {text === "" ? "A message that isn't in this conversation" : <SafeText text={text} />}
        </span>
      </span>
    </>
  );
  const look =
    "flex max-w-full min-w-0 items-start gap-1.5 rounded-lg border-l-2 border-line-strong bg-hover px-2 py-1 text-left text-xs text-muted";
  if (onJump === undefined) return <p className={look}>{content}</p>;
  return (
    <button type="button" onClick={onJump} title="Go to the quoted message" className={`${look} hover:text-text`}>
      {content}
    </button>
  );
}
