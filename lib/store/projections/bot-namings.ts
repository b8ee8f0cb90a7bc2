import "server-only";
import { identifier } from "@/lib/events/identifier";
import type { LoggedEvent } from "@/lib/store/log/logged-event";

/** The bot of an event, with the name in its variable `bot_name`, if any. */
export function botNamings({ id, occurredAt, event }: LoggedEvent) {
  const { botId, account } = event.envelope;
  if (botId === null) return [];
  const name = botNameIn(event.payload);
  const naming = name === null ? { namedAt: 0n, namedBy: 0n } : { namedAt: occurredAt, namedBy: id };
  return [{ id: botId, accountKey: account.key, name, ...naming }];
}

function botNameIn(payload: unknown): string | null {
  const variables = asRecord(payload)?.variables;
  if (!Array.isArray(variables)) return null;
  const naming = variables.map(asRecord).findLast((variable) => variable?.name === "bot_name");
  return identifier(naming?.value);
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}
