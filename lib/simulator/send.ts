import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Delivery } from "./deliveries";

const counts = z.looseObject({
  accepted: z.number().default(0),
  duplicates: z.number().default(0),
  quarantined: z.number().default(0),
});

/** The result of a delivery: accepted, with the receiver's counts, or rejected permanently. */
export type SendOutcome =
  | { ok: true; accepted: number; duplicates: number; quarantined: number; retries: number }
  | { ok: false; reason: string; retries: number; hopeless: boolean };

const maximumRetries = 12;

/**
 * Posts one delivery, with retries while the receiver is busy (429, 503: after its `Retry-After`) or unreachable. After a wrong
 * token, no further request can succeed.
 */
export async function send(delivery: Delivery, target: { url: string; token: string }): Promise<SendOutcome> {
  const body = JSON.stringify(delivery);
  for (let retries = 0; ; retries++) {
    const answer = await post(body, target);
    if (answer.ok) return { ...answer, retries };
    if (answer.retryAfterMs === null || retries === maximumRetries) {
      return { ok: false, reason: answer.reason, retries, hopeless: answer.hopeless };
    }
    await pause(answer.retryAfterMs || Math.min(250 * 2 ** retries, 10_000));
  }
}

type Answer =
  | { ok: true; accepted: number; duplicates: number; quarantined: number }
  | {
      ok: false;
      reason: string;
      hopeless: boolean /** null: do not retry; 0: no delay given. */;
      retryAfterMs: number | null;
    };

async function post(body: string, { url, token }: { url: string; token: string }): Promise<Answer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/json", authorization: token },
      body,
      signal: AbortSignal.timeout(30_000),
    });
    text = await response.text();
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return { ok: false, reason: `${url} is out of reach: ${reason}`, hopeless: false, retryAfterMs: 0 };
  }
  if (response.status === 200) return { ok: true, ...readCounts(text) };
  const reason = `${response.status} ${text.slice(0, 200)}`;
  if (response.status === 503 || response.status === 429) {
    return { ok: false, reason, hopeless: false, retryAfterMs: retryAfter(response.headers.get("retry-after")) };
  }
  return { ok: false, reason, hopeless: response.status === 401 || response.status === 404, retryAfterMs: null };
}

function readCounts(text: string): z.infer<typeof counts> {
  try {
    return counts.parse(JSON.parse(text));
  } catch {
    return { accepted: 0, duplicates: 0, quarantined: 0 };
  }
}

function retryAfter(header: string | null): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const milliseconds = Number.isNaN(seconds) ? new Date(header).getTime() - Date.now() : seconds * 1000;
  return Math.min(Math.max(milliseconds, 0), 60_000);
}
