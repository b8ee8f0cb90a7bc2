import type { Voice } from "@/components/ui/actor-voice";
import type { MessageContents, MessageType } from "@/lib/messages/message-types";
import type { ReadMessage } from "@/lib/messages/read-message";

/** The props of a message type's bubble. */
export interface BubbleProps<Type extends MessageType> {
  content: MessageContents[Type];
  /** The message that answers this prompt, if there is one yet. */
  answer: ReadMessage | null;
  /** The sender: determines hue and side. */
  voice: Voice;
}
