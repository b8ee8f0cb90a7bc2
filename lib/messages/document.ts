import { attachmentMessage, attachmentText } from "./attachment";
import { defineMessage } from "./define-message";

export const document = defineMessage({
  type: "document",
  content: attachmentMessage,
  text: (content) => attachmentText("File", content),
});
