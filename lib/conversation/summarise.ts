import type { Actor } from "@/lib/events/event";
import type { Summary } from "./conversation";
import type { FoldState } from "./fold-state";
import { toConversation } from "./to-conversation";

/** What a list shows of a conversation, and what it is filtered by besides. */
export interface ConversationDigest extends Summary {
  externalKey: string | null;
  /** A human or team has been in charge at some time. */
  handedOver: boolean;
  /** Who closed it; null while it is open, or when the event did not say. */
  closedBy: Actor | null;
  /** How often each message type occurs, by the sender's word. */
  messageTypes: Record<string, number>;
}

/** The columns of a conversation's row, from its state. */
export function summarise(state: FoldState): ConversationDigest {
  const {
    account,
    visitor,
    channel,
    notes,
    gaps,
    variables: _,
    assignments: __,
    handling: ___,
    ...rest
  } = toConversation(state);
  return {
    ...rest,
    account: { key: account.key },
    visitor: { key: visitor.key, name: visitor.name, email: visitor.email },
    channel: channel === null ? null : { name: channel.name },
    noteCount: notes.length,
    gapCount: gaps.length,
    awaitsAnswer: state.lastPrompt?.answered === false,
    lastMessage: state.lastMessage,
    handedOver: state.handedOver,
    closedBy: state.status === "closed" ? state.statusBy : null,
    messageTypes: state.messageTypes,
  };
}
