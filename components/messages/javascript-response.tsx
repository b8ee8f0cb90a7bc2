import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { VariableList } from "./variable-list";

export function JavascriptResponseBubble({ content, voice }: BubbleProps<"javascript.response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <VariableList title="The script returned" variables={content.variables} />
    </BubbleFrame>
  );
}
