import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { RichText } from "@/components/messages/text/rich-text";

export function TextBubble({ content, voice }: BubbleProps<"text">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      {content.text.trim() === "" ? (
        <span className="text-muted italic">Empty message</span>
      ) : (
        <RichText text={content.text} markdown={voice !== "visitor"} />
      )}
    </BubbleFrame>
  );
}
