import { AttachmentView } from "./attachment-view";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";

export function AudioBubble({ content, voice }: BubbleProps<"audio">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <AttachmentView file={content} kind="audio" />
    </BubbleFrame>
  );
}
