import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { VariableList } from "@/components/messages/variable-list";

export function JavascriptResponseBubble({ content, voice }: BubbleProps<"javascript.response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <VariableList title="The script returned" variables={content.variables} />
    </BubbleFrame>
  );
}
