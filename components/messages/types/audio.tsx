import { AttachmentView } from "@/components/messages/attachment-view";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";

export function AudioBubble({ content, voice }: BubbleProps<"audio">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <AttachmentView file={content} kind="audio" />
    </BubbleFrame>
  );
}
