import { defineMessage } from "@/lib/messages/define-message";
import { attachmentMessage, attachmentText } from "@/lib/messages/parts/attachment";

export const image = defineMessage({
  type: "image",
  content: attachmentMessage,
  text: (content) => attachmentText("Image", content),
});
