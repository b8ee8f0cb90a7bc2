import { AttachmentView } from "./attachment-view";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";

export function StickerBubble({ content, voice }: BubbleProps<"sticker">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <AttachmentView file={content} kind="image" />
    </BubbleFrame>
  );
}
