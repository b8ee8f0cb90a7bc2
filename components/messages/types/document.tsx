import { AttachmentView } from "@/components/messages/attachment-view";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";

export function DocumentBubble({ content, voice }: BubbleProps<"document">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <AttachmentView file={content} kind="document" />
    </BubbleFrame>
  );
}
