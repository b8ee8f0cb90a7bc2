import { definitionOf } from "@/lib/messages/read-message";
import { splitAtLinks } from "@/lib/text/split-at-links";
import { formatDuration } from "@/lib/time/duration";
import { escapeHtml } from "./escape-html";
import { documentHead, factHtml } from "./html-document";
import { type MessagePart, messageParts } from "./message-parts";
import {
  sentMessage,
  type TranscriptEnd,
  type TranscriptForm,
  type TranscriptHead,
  type TranscriptLine,
} from "./transcript";

/**
 * A transcript as one self-contained HTML file: no script, no picture, no request (its own policy forbids them). Messages are
 * escaped, and only links from `safeLink` can be followed.
 */
export const transcriptHtml: TranscriptForm = {
  head,
  entry: (line, before) => [...dayOf(line, before), entry(line), ...line.warnings.map(warning), ""].join("\n"),
  end,
};

function head({ title, facts }: TranscriptHead): string {
  return [
    documentHead(title, `:root{--title:${cssText(title)}}`),
    `<body><header><h1 dir="auto">${escapeHtml(title)}</h1>`,
    `<dl>${facts.map(({ name, value }) => factHtml(name, value)).join("")}</dl></header>`,
    "<main>",
    "",
  ].join("\n");
}

function end({ variables }: TranscriptEnd): string {
  const state =
    variables.length === 0
      ? ""
      : `<footer><h2>Variables after the last event</h2><dl>${variables.map(({ name, value }) => factHtml(name, value)).join("")}</dl></footer>`;
  return `</main>${state}</body></html>`;
}

/** A string of CSS that no title can leave. */
function cssText(text: string): string {
  const escaped = text
    .slice(0, longestPrintedTitle)
    .replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}

/** More does not fit in one line of a page. */
const longestPrintedTitle = 100;

function dayOf({ at }: TranscriptLine, before: TranscriptLine | null): string[] {
  const day = at.slice(0, 10);
  return day === before?.at.slice(0, 10) ? [] : [`<h2>${day} (UTC)</h2>`];
}

function entry(line: TranscriptLine): string {
  const { at, speaker, isNote, isVisitor, event } = line;
  const time = `<time datetime="${escapeHtml(event.occurredAt)}">${at.slice(11)}</time>`;
  if (speaker === null) return `<p class="line" dir="auto">${escapeHtml(line.said())} ${time}</p>`;
  const voice = isNote ? "note" : isVisitor ? "visitor" : event.actor?.type === "bot" ? "bot" : "agent";
  const heading = `<p class="by">${isNote ? "Note by " : ""}<b dir="auto">${escapeHtml(speaker)}</b> ${time}</p>`;
  return `<article class="${voice}">${heading}<div class="said" dir="auto">${isNote ? words(line.said()) : said(line)}</div>${outcome(line)}</article>`;
}

/** A prompt is shown with its choices; other messages with their text, followed by the fields and files that it summarizes. */
function said(line: TranscriptLine): string {
  const { event, given, isVisitor } = line;
  const text = line.said();
  if (event.erasedAt !== undefined) return words(text);
  const isPrompt = (definitionOf(event.messageType ?? "")?.answeredBy ?? []).length > 0;
  const parts = messageParts(sentMessage(event), { given, isVisitor }).filter(
    (part) => part.kind !== "item" || isPrompt || part.detail !== "" || part.link !== null,
  );
  const own = parts.filter((part) => part.kind === "words");
  const items = parts.filter((part) => part.kind === "item").map((part) => item(part, isPrompt));
  const codes = parts.filter((part) => part.kind === "code").map((part) => `<pre>${escapeHtml(part.text)}</pre>`);
  const list = items.length > 0 ? `<ul class="${isPrompt ? "offered" : "fields"}">${items.join("")}</ul>` : "";
  if (codes.length > 0) return [words(event.messageType ?? "message"), list, ...codes].join("");
  if (tellAll(parts, text)) return [...own.map((part) => words(part.text)), list].join("");
  return linked(text, own.find(({ link }) => link !== null)?.link ?? null) + list;
}

/** Whether the parts contain the whole text. */
function tellAll(parts: readonly MessagePart[], text: string): boolean {
  if (!parts.some(({ kind }) => kind === "item")) return false;
  const partsText = parts.map((part) => (part.kind === "item" ? `${part.text} ${part.detail}` : part.text)).join(" ");
  const words = new Set(partsText.split(border));
  return text.split(border).every((word) => words.has(word));
}

const border = /[\s·:,()]+/;

function item({ text, detail, link, isChosen }: Extract<MessagePart, { kind: "item" }>, isPrompt: boolean): string {
  const name = link === null ? escapeHtml(text) : anchor(text, link);
  const rest = detail === "" ? "" : `<small>${escapeHtml(detail)}</small>`;
  const mark = isPrompt && isChosen ? '<span class="mark">✓ </span>' : "";
  return `<li${isPrompt && isChosen ? ' class="chosen"' : ""}>${mark}${name}${rest === "" ? "" : ` ${rest}`}</li>`;
}

function outcome({ exchange }: TranscriptLine): string {
  if (exchange === null) return "";
  const after = exchange.afterMs === null ? "" : ` after ${formatDuration(exchange.afterMs)}`;
  const texts = {
    answered: `answered${after}`,
    typed: `typed a different reply${after}`,
    unanswered: "never answered",
  };
  return `<p class="outcome">↳ ${texts[exchange.outcome]}</p>`;
}

function warning({ name, value }: TranscriptLine["warnings"][number]): string {
  return `<p class="warning" dir="auto">${name}: ${escapeHtml(value)}</p>`;
}

function words(text: string): string {
  const pieces = splitAtLinks(text).map(({ text, link }) => (link === null ? escapeHtml(text) : anchor(text, link)));
  return `<p>${pieces.join("")}</p>`;
}

function linked(text: string, link: string | null): string {
  return link === null ? words(text) : `<p>${anchor(text, link)}</p>`;
}

function anchor(text: string, link: string): string {
  return `<a href="${escapeHtml(link)}" rel="noopener noreferrer">${escapeHtml(text)}</a>`;
}
