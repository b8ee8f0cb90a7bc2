import type { Event } from "@/lib/events/event";
import { identifier } from "@/lib/events/identifier";
import { isInexactNumber } from "@/lib/json/exact-numbers";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import type { VariableScope } from "./conversation";
import { cutValueBeyond, lengthOfValue } from "./cut-beyond";
import type { FoldState } from "./fold-state";
import { getOwn, setOwn } from "./set-own";

/** Sets the variables of an event, each with its JSON type, without conversion. */
export function setVariables(state: FoldState, assignments: readonly VariableAssignment[], event: Event): void {
  // What remains of their values only serves to recognize the answer that they repeat.
  if (event.erasedAt !== undefined) return;
  for (const assignment of assignments) {
    const name = identifier(assignment.name);
    if (name === null) continue;
    const before = getOwn(state.variables, name);
    if (before !== undefined) state.textLength -= lengthOfValue(before.value);
    const value = cutValueBeyond(state.textLength, assignment.value, event.id);
    state.textLength += lengthOfValue(value);
    setOwn(state.variables, name, {
      value,
      type: assignment.type ?? jsonType(assignment.value),
      scope: scopeOf(name),
      eventId: event.id,
      updatedAt: event.occurredAt,
    });
    if (name === "bot_name" && state.bot !== null) state.bot = { id: state.bot.id, name: identifier(assignment.value) };
  }
}

/** Contact variables belong to the visitor across conversations; system variables are set by the platform. */
function scopeOf(name: string): VariableScope {
  if (name.startsWith("visitor_")) return "contact";
  return systemNames.has(name) ? "system" : "conversation";
}

/** Variables set by the platform, from the published `conversation_create`. */
const systemNames = new Set([
  "bot_name",
  "referrer_url",
  "timezone",
  "os",
  "browser_language",
  "browser",
  "ip_address",
  "global_channel_name",
  "conversation_created_at",
  "conversation_url",
  "source_url",
  "contact_id",
]);

function jsonType(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "string" && isInexactNumber(value)) return "number";
  return Array.isArray(value) ? "array" : typeof value;
}
