import { AttachmentList } from "@/components/messages/attachment-list";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";

export function FileUploadResponseBubble({ content, voice }: BubbleProps<"file_upload.response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <AttachmentList files={content.files} />
    </BubbleFrame>
  );
}
