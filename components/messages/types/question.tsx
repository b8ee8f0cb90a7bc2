import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { RichText } from "@/components/messages/text/rich-text";

export function QuestionBubble({ content, voice }: BubbleProps<"question">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <RichText text={content.text} markdown={voice !== "visitor"} />
    </BubbleFrame>
  );
}
