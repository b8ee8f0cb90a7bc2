import { isRecord } from "@/lib/json/is-record";
import type { Actor } from "./event";
import { identifier } from "./identifier";

/**
 * Parses `{type, id, email}` and other identifying fields (docs/support-hunt/webhook.md §2). Null for a value that is not an
 * object or identifies nobody. E-mail addresses keep their case.
 */
export function readActor(value: unknown): Actor | null {
  if (!isRecord(value)) return null;
  const type = identifier(value.type)?.trim().toLowerCase() ?? null;
  const id = identifier(value.id);
  const email = identifier(value.email);
  const name = identifier(value.name);
  if (type === null && id === null && email === null && name === null) return null;
  return { type: type ?? "unknown", id, email, name };
}

/** Parses an assignee: null for an actor without an id (contract: "no id = null"). */
export function readAssignee(value: unknown): Actor | null {
  const actor = readActor(value);
  return actor === null || actor.id === null ? null : actor;
}

/** The actor of an event: the payload's `message_by`, `closed_by`, `changed_by` or any other `…_by` that contains an actor. */
export function actorOf(payload: unknown): Actor | null {
  if (!isRecord(payload)) return null;
  for (const [key, value] of Object.entries(payload)) {
    const actor = key.endsWith("_by") ? readActor(value) : null;
    if (actor !== null) return actor;
  }
  return null;
}

/** Whether both are the same person or bot: the same id, else the same e-mail address in any case. */
export function isSameActor(a: Actor | null, b: Actor | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.id !== null && b.id !== null) return a.id === b.id;
  return a.email !== null && a.email.toLowerCase() === b.email?.toLowerCase();
}
