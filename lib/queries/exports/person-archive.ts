import "server-only";
import type { AccessAction } from "@/lib/access/audit-actions";
import type { Visitor } from "@/lib/api/schemas/visitor";
import { requirePermission } from "@/lib/auth/require-permission";
import type { Viewer } from "@/lib/auth/viewer";
import { recipientsOf } from "@/lib/erasure/recipients";
import { noFilters } from "@/lib/filters/conversation-filters";
import { unrevealedMasks } from "@/lib/queries/conversations/conversation-masks";
import { conversationTranscript } from "@/lib/queries/conversations/conversation-transcript";
import { visitorByKey } from "@/lib/queries/conversations/visitor-by-key";
import { requirePeople } from "@/lib/queries/privacy/require-people";
import { notFound, Refusal } from "@/lib/queries/refusal";
import { countReads, type ReadCount } from "@/lib/store/audit/count-reads";
import { store } from "@/lib/store/connection/client";
import { type Cut, listMatching, readCut } from "@/lib/store/lists/list-matching";
import { now, toIso } from "@/lib/time/instant";
import {
  type ArchiveContents,
  type ArchivedConversation,
  type ArchivedRead,
  archivePage,
} from "@/lib/transcript/archive-page";
import { fileNameOf } from "./file-name-of";
import { type ZippedFile, zipPieces } from "./zip-pieces";

const longestTitle = 200;

/**
 * Everything about the person behind these visitors, as a zip. Of each conversation, only its line on the first page is kept in
 * memory. Visitors that were erased are left out.
 *
 * @throws AppError forbidden
 */
export async function personArchive(
  viewer: Viewer,
  visitorKeys: readonly string[],
): Promise<AsyncGenerator<Uint8Array> | Refusal> {
  requirePeople(viewer);
  requirePermission(viewer, "export");
  if (visitorKeys.length === 0) return new Refusal("conflict", "Add a visitor to the request first.");
  const visitors: ArchiveContents["visitors"][number][] = [];
  for (const key of visitorKeys) {
    const visitor = await visitorByKey(viewer, key);
    if (!(visitor instanceof Refusal)) visitors.push(factsOf(visitor));
  }
  if (visitors.length === 0) return notFound("visitor with this key");
  return zipPieces(files(viewer, visitors, await readCut(store())));
}

function factsOf({ key, id, account, name, email, phone, firstSeenAt, lastSeenAt, variables }: Visitor) {
  return { key, id, account, name, email, phone, firstSeenAt, lastSeenAt, variables };
}

async function* files(viewer: Viewer, visitors: ArchiveContents["visitors"], cut: Cut): AsyncGenerator<ZippedFile> {
  const visitorKeys = visitors.map(({ key }) => key);
  const conversations: ArchivedConversation[] = [];
  for await (const found of listMatching(store(), viewer, { ...noFilters, visitor: visitorKeys }, cut)) {
    for (const { id, key } of found) {
      const read = (format: "html" | "json") => conversationTranscript(viewer, { key, format }, unrevealedMasks);
      const [html, json] = [await read("html"), await read("json")];
      if (html instanceof Refusal || json instanceof Refusal) continue;
      const { conversation } = html;
      const { createdAt, lastEventAt, title, eventCount } = conversation;
      const name = fileNameOf(conversation, id);
      const paths = { html: `conversations/${name}.html`, json: `data/${name}.json` };
      const date = new Date(lastEventAt);
      yield { name: paths.html, date, pieces: html.pieces };
      yield { name: paths.json, date, pieces: json.pieces };
      conversations.push({ createdAt, eventCount, title: title.slice(0, longestTitle), ...paths });
    }
  }
  const reads = (await countReads(store(), visitorKeys)).map(readOf);
  const recipients = await recipientsOf(store(), { visitors: visitorKeys });
  const writtenAt = toIso(now());
  const date = new Date();
  yield { name: "data/visitors.json", date, pieces: piece(JSON.stringify(visitors, null, 2)) };
  yield { name: "data/access-log.json", date, pieces: piece(JSON.stringify(reads, null, 2)) };
  const page = archivePage({ writtenAt, visitors, conversations, reads, recipients });
  yield { name: "index.html", date, pieces: piece(page) };
}

async function* piece(text: string): AsyncGenerator<string> {
  yield text;
}

const purposes: Record<AccessAction | "reveal", string> = {
  "conversation.read": "Reading a conversation",
  "visitor.read": "Reading the visitor's page",
  "raw.read": "Checking an exact text",
  "delivery.read": "Checking a delivery",
  "export.run": "Export",
  "transcript.read": "Downloading a transcript",
  "search.run": "Search",
  reveal: "Showing masked data",
};

const actors: Partial<Record<string, string>> = { token: "API token", system: "server", privacy: "privacy officer" };

function readOf({ day, action, actorKind, role, count }: ReadCount): ArchivedRead {
  const by = actorKind === "user" ? (role ?? "user") : actorKind;
  return {
    date: new Date(day * 86_400_000).toISOString().slice(0, 10),
    purpose: Object.hasOwn(purposes, action) ? purposes[action as keyof typeof purposes] : action,
    by: actors[by] ?? by,
    count,
  };
}
