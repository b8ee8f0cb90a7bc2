import { Lane } from "./lane";
import type { RefusedCalls } from "./refused-calls";
import type { WebhookCall, WebhookReply } from "./webhook-call";

/** What `receive` needs of the process that it runs in. */
export interface Intake {
  /** The tokens that are accepted now; null while they are not known. */
  tokens(): Promise<readonly string[] | null>;
  /** Stores a call whose token is right. Never throws; `busy` comes within three seconds. */
  answer(call: WebhookCall): Promise<WebhookReply>;
  refused: RefusedCalls;
  /** contract.md, `MAX_BODY_BYTES`. */
  maxBodyBytes: number;
  /** Where requests wait for their bodies that have shown no valid token so far. Nobody else ever waits for it. */
  strangers: Lane;
}

/** Each reads at most 64 kB. */
const mostStrangers = 256;

export function strangersLane(): Lane {
  return new Lane(mostStrangers);
}
