import type { Actor } from "@/lib/events/event";
import type { Summary } from "./conversation";
import type { FoldState } from "./fold-state";
import { toConversation } from "./to-conversation";

/** The summary of a conversation, with the additional fields that filters use. */
export interface ConversationDigest extends Summary {
  externalKey: string | null;
  /** A human or team has been assigned at some time, or a human wrote. */
  handedOver: boolean;
  /** Who closed it; null while open, or if the event did not contain it. */
  closedBy: Actor | null;
  /** Count of each message type, as sent. */
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
    handedOver: state.replies.handover !== null,
    closedBy: state.status === "closed" ? state.statusBy : null,
    messageTypes: state.messageTypes,
  };
}
