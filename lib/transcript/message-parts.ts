import { fits } from "@/lib/conversation/prompts/choices";
import { readMessage } from "@/lib/messages/read-message";
import { literalLines, plainLines } from "@/lib/text/plain-lines";
import { safeLink } from "@/lib/text/safe-link";

/** A part of a message in a transcript: text, a list item (a choice, a field, a file), or code. */
export type MessagePart =
  | { kind: "words"; text: string; link: string | null }
  | { kind: "item"; text: string; detail: string; link: string | null; isChosen: boolean }
  | { kind: "code"; text: string };

/** Fields that can be the label of a part, in order of preference (see the definitions in lib/messages). */
const heads = ["fileName", "title", "label", "name", "text", "body", "question"];
const details = ["value", "subtitle", "description", "caption", "footer"];
const links = ["link", "webUrl", "url", "href"];
const codes = ["script"];
const maxDepth = 5;

/**
 * The parts of a message for any transcript format, from the content that its definition parsed, so that a new type needs no code
 * here; a message that is not recognised is shown as data. `given` are the chosen values (`givenChoices` of the answer); a
 * visitor's text is literal, not HTML.
 */
export function messageParts(
  sent: unknown,
  { given = [], isVisitor = false }: { given?: readonly string[]; isVisitor?: boolean } = {},
): MessagePart[] {
  const message = readMessage(sent);
  if (!message.recognised) return [{ kind: "code", text: JSON.stringify(sent, null, 2) ?? "" }];
  const parts: MessagePart[] = [];
  collect(message.content, { given, read: isVisitor ? literalLines : plainLines, inList: false, depth: 0 }, parts);
  return parts;
}

interface Reach {
  given: readonly string[];
  read: (text: string) => string;
  inList: boolean;
  depth: number;
}

function collect(value: unknown, reach: Reach, parts: MessagePart[]): void {
  if (reach.depth > maxDepth) return;
  if (typeof value !== "object" || value === null) return;
  const deeper = { ...reach, depth: reach.depth + 1 };
  if (Array.isArray(value)) {
    for (const item of value) collect(item, { ...deeper, inList: true }, parts);
    return;
  }
  const members = new Map<string, unknown>(Object.entries(value));
  const field = (names: readonly string[]) =>
    names.map((name) => textOf(members.get(name))).filter((text) => text !== "");
  const [head = "", ...more] = field(heads);
  const link =
    field(links)
      .map(safeLink)
      .find((found) => found !== null)?.href ?? null;
  const detail = [...more, ...field(details)].map(reach.read).filter((text) => text !== "");
  addLine(reach.read(head), detail.join(detail.some((text) => text.includes("\n")) ? "\n" : " · "), link, reach, parts);
  for (const code of field(codes)) parts.push({ kind: "code", text: code });
  for (const [key, inner] of members) {
    if (typeof inner === "object" && !details.includes(key)) collect(inner, deeper, parts);
  }
}

function addLine(
  text: string,
  detail: string,
  link: string | null,
  { given, inList }: Reach,
  parts: MessagePart[],
): void {
  if (text === "" && detail === "" && link === null) return;
  const shown = text === "" ? (link ?? "") : text;
  if (!inList) {
    const separator = detail.includes("\n") ? "\n" : " · ";
    parts.push({ kind: "words", text: [shown, detail].filter((piece) => piece !== "").join(separator), link });
    return;
  }
  const isChosen = given.length > 0 && fits([text.toLowerCase().slice(0, 20).trimEnd()], given) === "yes";
  parts.push({ kind: "item", text: shown, detail, link, isChosen });
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return "";
}
