import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { RichText } from "./rich-text";

export function QuestionBubble({ content, voice }: BubbleProps<"question">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <RichText text={content.text} markdown={voice !== "visitor"} />
    </BubbleFrame>
  );
}
