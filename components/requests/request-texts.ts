import type { BadgeTone } from "@/components/ui/badge";
import type { Person, PersonRequest } from "@/lib/api/schemas/privacy/person-request";

type Kind = PersonRequest["kind"];

export const kindNames: Record<Kind, string> = {
  access: "Access",
  erasure: "Erasure",
  correction: "Correction",
  restriction: "Restriction",
  objection: "Objection",
};

export const kinds = Object.keys(kindNames) as Kind[];

export function isKind(text: string): text is Kind {
  return Object.hasOwn(kindNames, text);
}

export const matchNames: Record<Person["matches"][number], string> = {
  key: "same key or ID",
  email: "same e-mail",
  phone: "same phone",
  name: "similar name",
};

export const actionTexts: Record<PersonRequest["log"][number]["action"], string> = {
  create: "Entered the request",
  join: "Added a visitor",
  separate: "Removed a visitor",
  note: "Note",
  due: "Moved the due date",
  export: "Downloaded the archive",
  erase: "Started an erasure",
  close: "Closed the request",
};

/** What a request's badge says, and in which tone. */
export function stateOf({ state, dueAt }: PersonRequest, now: number): { text: string; tone: BadgeTone } {
  if (state === "done") return { text: "Done", tone: "agent" };
  if (state === "refused") return { text: "Refused", tone: "neutral" };
  return Date.parse(dueAt) < now ? { text: "Overdue", tone: "danger" } : { text: "Open", tone: "neutral" };
}

/** How a visitor is called. */
export function nameOf({ key, name, email, phone }: Pick<Person, "key" | "name" | "email" | "phone">): string {
  return name ?? email ?? phone ?? key;
}

/** The day of an instant, in UTC. */
export function dayOf(iso: string): string {
  return iso.slice(0, 10);
}

export function conversationsText(count: number): string {
  return count === 1 ? "1 conversation" : `${count.toLocaleString("en")} conversations`;
}

export function visitorsText(count: number): string {
  return count === 1 ? "1 visitor" : `${count} visitors`;
}
