import { Lane } from "./lane";
import type { RefusedCalls } from "./refused-calls";
import type { WebhookCall, WebhookReply } from "./webhook-call";

/** The dependencies of `receive` on its process. */
export interface Intake {
  /** The accepted tokens; null if unknown. */
  tokens(): Promise<readonly string[] | null>;
  /** Stores a call with a valid token. Never throws; replies `busy` within three seconds. */
  answer(call: WebhookCall): Promise<WebhookReply>;
  refused: RefusedCalls;
  /** contract.md, `MAX_BODY_BYTES`. */
  maxBodyBytes: number;
  /** Slots for requests without a valid token so far, while their bodies are read. Other requests never wait for it. */
  strangers: Lane;
}

/** Each reads at most 64 kB. */
const maxStrangers = 256;

export function strangersLane(): Lane {
  return new Lane(maxStrangers);
}
