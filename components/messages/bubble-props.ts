import type { Voice } from "@/components/ui/actor-voice";
import type { MessageContents, MessageType } from "@/lib/messages/message-types";
import type { ReadMessage } from "@/lib/messages/read-message";

/** What the bubble of one message type is given. */
export interface BubbleProps<Type extends MessageType> {
  content: MessageContents[Type];
  /** The message that answers this prompt, once it has come. */
  answer: ReadMessage | null;
  /** Who speaks: the hue and the side. */
  voice: Voice;
}
