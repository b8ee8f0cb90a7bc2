import type { Visitor } from "@/lib/api/schemas/visitor";
import { escapeHtml } from "./escape-html";
import { documentHead, factHtml } from "./html-document";

/** What is known about a person, for the page with which their archive begins. */
export interface ArchiveContents {
  /** ISO 8601 UTC. */
  writtenAt: string;
  visitors: readonly Pick<
    Visitor,
    "key" | "id" | "name" | "email" | "phone" | "firstSeenAt" | "lastSeenAt" | "variables"
  >[];
  conversations: readonly ArchivedConversation[];
  reads: readonly ArchivedRead[];
  /** Whoever else gets the data. */
  recipients: readonly string[];
}

export interface ArchivedConversation {
  title: string;
  /** ISO 8601 UTC. */
  createdAt: string;
  eventCount: number;
  /** Paths in the archive. */
  html: string;
  json: string;
}

export interface ArchivedRead {
  /** `2026-11-30` */
  date: string;
  purpose: string;
  /** A role, not a name. */
  by: string;
  count: number;
}

/** The page as one HTML file: no script, no picture, no request. */
export function archivePage({ writtenAt, visitors, conversations, reads, recipients }: ArchiveContents): string {
  return [
    documentHead(title, style),
    `<body><header><h1>${title}</h1><dl>${factHtml("Written", `${minuteOf(writtenAt)} (UTC)`)}</dl></header><main>`,
    ...visitors.map(
      (visitor) =>
        `<section><h2>Visitor</h2><dl>${factsOf(visitor)
          .map(([name, value]) => factHtml(name, value))
          .join("")}</dl></section>`,
    ),
    section(
      "Conversations",
      ["Started (UTC)", "Title", "Events", "To read", "To move"],
      conversations.map(({ createdAt, title: name, eventCount, html, json }) => [
        minuteOf(createdAt),
        escapeHtml(name),
        String(eventCount),
        link(html, "HTML"),
        link(json, "JSON"),
      ]),
      "No conversations.",
    ),
    section(
      "Who has read the data",
      ["Date (UTC)", "Purpose", "By", "Times"],
      reads.map(({ date, purpose, by, count }) => [date, escapeHtml(purpose), escapeHtml(by), String(count)]),
      "Nobody since the access log began.",
    ),
    "<p>Lists, searches and exports of many conversations are recorded with their filters, not by person.</p>",
    `<section><h2>Recipients</h2>${
      recipients.length === 0
        ? "<p>None that the access log knows.</p>"
        : `<ul>${recipients.map((recipient) => `<li>${escapeHtml(recipient)}</li>`).join("")}</ul>`
    }</section>`,
    "</main></body></html>",
  ].join("\n");
}

const title = "Data about a person";
const style =
  "table{width:100%;border-collapse:collapse;font-size:.85rem}th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}th{font-weight:400;color:var(--muted)}section{margin-top:1.5rem}";

function factsOf({ variables, ...visitor }: ArchiveContents["visitors"][number]): [string, string][] {
  const known: [string, string | null][] = [
    ["Name", visitor.name],
    ["E-mail", visitor.email],
    ["Phone", visitor.phone],
    ["Key", visitor.key],
    ["ID", visitor.id],
    ["First seen", `${minuteOf(visitor.firstSeenAt)} (UTC)`],
    ["Last seen", `${minuteOf(visitor.lastSeenAt)} (UTC)`],
    ...Object.entries(variables).map(([name, { value }]): [string, string] => [name, textOf(value)]),
  ];
  return known.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** @param rows cells as HTML */
function section(heading: string, columns: readonly string[], rows: readonly string[][], none: string): string {
  const head = columns.map((column) => `<th scope="col">${column}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td dir="auto">${cell}</td>`).join("")}</tr>`);
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
  return `<section><h2>${heading}</h2>${rows.length === 0 ? `<p>${none}</p>` : table}</section>`;
}

function link(path: string, text: string): string {
  return `<a href="${escapeHtml(path.toWellFormed().split("/").map(encodeURIComponent).join("/"))}">${text}</a>`;
}

function minuteOf(iso: string): string {
  return iso.slice(0, 16).replace("T", " ");
}
