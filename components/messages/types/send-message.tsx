import { Info } from "lucide-react";
import { AttachmentView } from "@/components/messages/attachment-view";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { RawMessage } from "@/components/messages/raw";
import { RichText } from "@/components/messages/text/rich-text";
import { PlainLine } from "@/components/messages/text/safe-text";
import type { Voice } from "@/components/ui/actor-voice";
import { Capped } from "@/components/ui/capped";
import type { MessagePart } from "@/lib/messages/types/send-message";

/** One message with several parts: a bubble each, as the visitor saw them. */
export function SendMessageBubble({ content, voice }: BubbleProps<"send_message">) {
  return (
    <div className={`flex min-w-0 max-w-full flex-col gap-1 ${voice === "visitor" ? "items-start" : "items-end"}`}>
      <Capped items={content.parts} noun="parts">
        {(shown) => shown.map(({ item, index }) => <Part key={index} part={item} voice={voice} />)}
      </Capped>
      {content.parts.length === 0 && (
        <BubbleFrame voice={voice} look="speech">
          <span className="text-muted italic">A message without parts</span>
        </BubbleFrame>
      )}
    </div>
  );
}

function Part({ part, voice }: { part: MessagePart; voice: Voice }) {
  if (part.kind === "unknown") {
    return <RawMessage voice={voice} heading="A part of an unrecognised kind" sent={part.sent} />;
  }
  if (part.kind === "info") {
    return (
      <p className="flex items-center gap-1.5 px-1 text-xs text-muted">
        <Info aria-hidden className="size-3.5 shrink-0" />
        <PlainLine html={part.title} />
      </p>
    );
  }
  return (
    <BubbleFrame voice={voice} look={part.kind === "text" ? "speech" : "card"}>
      {part.kind === "text" ? (
        <RichText text={part.text} markdown={voice !== "visitor"} />
      ) : (
        <AttachmentView file={part.file} kind={part.kind} />
      )}
    </BubbleFrame>
  );
}
