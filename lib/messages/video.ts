import { attachmentMessage, attachmentText } from "./attachment";
import { defineMessage } from "./define-message";

export const video = defineMessage({
  type: "video",
  content: attachmentMessage,
  text: (content) => attachmentText("Video", content),
});
