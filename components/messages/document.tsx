import { AttachmentView } from "./attachment-view";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";

export function DocumentBubble({ content, voice }: BubbleProps<"document">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <AttachmentView file={content} kind="document" />
    </BubbleFrame>
  );
}
