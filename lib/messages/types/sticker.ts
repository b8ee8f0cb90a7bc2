import { defineMessage } from "@/lib/messages/define-message";
import { attachmentMessage, attachmentText } from "@/lib/messages/parts/attachment";

export const sticker = defineMessage({
  type: "sticker",
  content: attachmentMessage,
  text: (content) => attachmentText("Sticker", content),
});
