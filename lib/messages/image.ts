import { attachmentMessage, attachmentText } from "./attachment";
import { defineMessage } from "./define-message";

export const image = defineMessage({
  type: "image",
  content: attachmentMessage,
  text: (content) => attachmentText("Image", content),
});
