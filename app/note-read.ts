import "server-only";
import { after } from "next/server";
import type { Definition } from "@/lib/api/endpoints/definition";
import { accessLog } from "@/lib/audit/access-log-of-process";
import { actorOf } from "@/lib/auth/actor-of";
import type { Viewer } from "@/lib/auth/viewer";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";

interface Asked {
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, unknown>>;
  filters?: ConversationFilters;
}

/** Parameters that do not change what a list is about. */
const omitted = new Set(["cursor", "limit", "total", "columns", "bom", "dialect"]);
/** Characters; longer texts are cut. */
const maxQuery = 2000;

/** Records in the access log what a viewer is shown: a response of the API, or the data with which a page begins. */
export function noteRead(viewer: Viewer, { reads }: Pick<Definition, "reads">, asked: Asked = {}): void {
  if (reads === null) return;
  const { action } = reads;
  const about =
    "list" in reads
      ? { subject: null, detail: { list: reads.list, query: queryText(asked) } }
      : { subject: { type: reads.subject, id: asked.path?.[reads.parameter] ?? "" }, detail: null };
  accessLog().note(actorOf(viewer), { action, ...about });
  // Where there is no server, the process may be stopped after the response.
  if (process.env.VERCEL) after(() => accessLog().flush());
}

/** The filters and the sort order of a list, as in its URL. */
function queryText({ query = {}, filters = noFilters }: Asked): string {
  const parameters = writeFilters(filters);
  for (const name of Object.keys(query).sort()) {
    if (omitted.has(name)) continue;
    for (const value of [query[name]].flat())
      if (value !== undefined && value !== null) parameters.append(name, String(value));
  }
  return parameters.toString().slice(0, maxQuery);
}
