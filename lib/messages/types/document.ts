import { defineMessage } from "@/lib/messages/define-message";
import { attachmentMessage, attachmentText } from "@/lib/messages/parts/attachment";

export const document = defineMessage({
  type: "document",
  content: attachmentMessage,
  text: (content) => attachmentText("File", content),
});
