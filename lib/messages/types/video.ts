import { defineMessage } from "@/lib/messages/define-message";
import { attachmentMessage, attachmentText } from "@/lib/messages/parts/attachment";

export const video = defineMessage({
  type: "video",
  content: attachmentMessage,
  text: (content) => attachmentText("Video", content),
});
