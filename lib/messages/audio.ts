import { attachmentMessage, attachmentText } from "./attachment";
import { defineMessage } from "./define-message";

export const audio = defineMessage({
  type: "audio",
  aliases: ["voice"],
  content: attachmentMessage,
  text: (content) => attachmentText("Audio", content),
});
