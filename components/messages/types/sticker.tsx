import { AttachmentView } from "@/components/messages/attachment-view";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";

export function StickerBubble({ content, voice }: BubbleProps<"sticker">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <AttachmentView file={content} kind="image" />
    </BubbleFrame>
  );
}
