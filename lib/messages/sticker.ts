import { attachmentMessage, attachmentText } from "./attachment";
import { defineMessage } from "./define-message";

export const sticker = defineMessage({
  type: "sticker",
  content: attachmentMessage,
  text: (content) => attachmentText("Sticker", content),
});
