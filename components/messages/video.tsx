import { AttachmentView } from "./attachment-view";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";

export function VideoBubble({ content, voice }: BubbleProps<"video">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <AttachmentView file={content} kind="video" />
    </BubbleFrame>
  );
}
