import { defineMessage } from "@/lib/messages/define-message";
import { attachmentMessage, attachmentText } from "@/lib/messages/parts/attachment";

export const audio = defineMessage({
  type: "audio",
  aliases: ["voice"],
  content: attachmentMessage,
  text: (content) => attachmentText("Audio", content),
});
