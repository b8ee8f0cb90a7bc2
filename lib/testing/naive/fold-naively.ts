import type { SentEvent } from "@/lib/testing/many-conversations";

/** The expected state of a conversation of `manyConversations`. */
export interface NaiveConversation {
  key: string;
  externalKey: string | null;
  title: string;
  account: { key: string; id: string };
  bot: string;
  channel: string | null;
  visitor: { key: string; name: string | null };
  status: "open" | "closed";
  assignee: { id: string; email: string | null; type: string } | null;
  wasHandedOver: boolean;
  /** Ids. */
  labels: string[];
  variables: Record<string, unknown>;
  messageCounts: { visitor: number; bot: number; user: number };
  noteCount: number;
  gapCount: number;
  createdAt: string;
  lastEventAt: string;
}

const channels = new Map([
  [1, "Web"],
  [3, "WhatsApp"],
  [4, "Facebook"],
]);

/**
 * Computes the expected state from the events as sent, by the contract: each field with a scan over all events, without a running
 * state and without the fold's code.
 *
 * @param sent at least one event, in the order of arrival
 */
export function foldNaively(sent: readonly SentEvent[]): NaiveConversation {
  const events = inOrder(sent);
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) throw new Error("A conversation has at least one event.");
  const creation = events.findLast(({ event }) => event.type === "conversation_create")?.event.payload;
  const variables = Object.fromEntries(
    events.flatMap(({ event }) => event.payload.variables ?? []).map(({ name, value }) => [name, value]),
  );
  const messagesBy = (type: string) => events.filter(({ event }) => event.payload.message_by?.type === type).length;
  const assigned = events.filter(({ event }) => event.type === "assignee_change").map(({ event }) => event.payload.to);
  const assignee = assigned.at(-1) ?? null;
  const name = variables.visitor_name === undefined ? null : String(variables.visitor_name);
  const seconds = Number(first.conversation.key.slice(32));
  return {
    key: first.conversation.key,
    externalKey: creation?.external_key ?? null,
    title: creation?.title ?? name ?? `Visitor ${last.visitor.key.slice(0, 6)}`,
    account: { key: last.account.key, id: String(last.account.id) },
    bot: String(last.account.bot.id),
    channel: channels.get(creation?.channel?.name ?? 0) ?? null,
    visitor: { key: last.visitor.key, name },
    status: statusAfter(events) ?? "open",
    assignee: assignee === null ? null : { id: assignee.id, email: assignee.email, type: assignee.type },
    wasHandedOver: assigned.some((to) => to?.type === "user" || to?.type === "team"),
    labels: labelsAfter(events),
    variables,
    messageCounts: { visitor: messagesBy("visitor"), bot: messagesBy("bot"), user: messagesBy("user") },
    noteCount: events.filter(({ event }) => event.type === "note").length,
    gapCount: events.filter((event, place) => contradicts(event, events.slice(0, place), events)).length,
    createdAt: creation?.created_at === undefined ? toIso(new Date(seconds * 1000)) : sentAt(creation.created_at),
    lastEventAt: sentAt(last.timestamp),
  };
}

/** By the sender's timestamp; equal ones in the order of arrival. */
export function inOrder(sent: readonly SentEvent[]): SentEvent[] {
  const times = new Map(sent.map((event) => [event, Date.parse(sentAt(event.timestamp))]));
  return sent.toSorted((a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0));
}

/** The events of these tests have milliseconds and are in UTC. */
function sentAt(text: string): string {
  return toIso(new Date(text.endsWith("Z") ? text : `${text.replace(" ", "T").slice(0, 23)}Z`));
}

function toIso(date: Date): string {
  return date.toISOString().replace("Z", "000Z");
}

function statusAfter(events: readonly SentEvent[]): "open" | "closed" | null {
  const payload = events.findLast(({ event }) => touches(event.type, "status"))?.event.payload;
  if (payload === undefined) return null;
  return payload.status === "Close" || payload.is_closed === 1 ? "closed" : "open";
}

function labelsAfter(events: readonly SentEvent[]): string[] {
  const changes = events.filter(({ event }) => event.type === "conversation_labels").map(({ event }) => event.payload);
  const ids = new Set(changes.flatMap(({ labels = [] }) => labels.map(({ id }) => id)));
  const lastChange = (id: number) => changes.findLast(({ labels }) => labels?.some((label) => label.id === id));
  return [...ids].filter((id) => lastChange(id)?.action === "added").map(String);
}

type Subject = "creation" | "status" | "labels";

function touches(type: string, subject: Subject): boolean {
  return type === "conversation_create" || (subject !== "creation" && type === typeOf[subject]);
}

const typeOf = { status: "status", labels: "conversation_labels" };

/** Whether an event contradicts the events before it; events of one subject with the same timestamp prove nothing. */
function contradicts(
  { event, timestamp }: SentEvent,
  before: readonly SentEvent[],
  events: readonly SentEvent[],
): boolean {
  const subject = ({ conversation_create: "creation", status: "status", conversation_labels: "labels" } as const)[
    event.type
  ];
  if (subject === undefined) return false;
  const isAlone = events.filter((one) => one.timestamp === timestamp && touches(one.event.type, subject)).length === 1;
  if (!isAlone) return false;
  const creation = before.findLast((one) => one.event.type === "conversation_create");
  const message = before.find((one) => one.event.type === "message");
  if (subject === "creation") return message !== undefined && sentAt(message.timestamp) < sentAt(timestamp);
  if (subject === "labels") {
    const isKnown = (id: number) => before.some((one) => one.event.payload.labels?.some((label) => label.id === id));
    const present = labelsAfter(before);
    const isMissing = (id: number) => !present.includes(String(id)) && (creation !== undefined || isKnown(id));
    return event.payload.action === "deleted" && (event.payload.labels ?? []).some(({ id }) => isMissing(id));
  }
  const status = event.payload.status === "Close" ? "closed" : "open";
  if (statusAfter(before) !== status) return false;
  const lastChange = before.findLast((one) => touches(one.event.type, "status"));
  return status === "closed" || message !== undefined || lastChange?.timestamp !== creation?.timestamp;
}
