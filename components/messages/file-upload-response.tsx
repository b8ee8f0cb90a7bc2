import { AttachmentList } from "./attachment-list";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";

export function FileUploadResponseBubble({ content, voice }: BubbleProps<"file_upload.response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <AttachmentList files={content.files} />
    </BubbleFrame>
  );
}
