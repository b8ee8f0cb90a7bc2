import "server-only";
import { z } from "zod";
import {
  closedStates,
  type PersonRequest,
  requestActions,
  requestKinds,
} from "@/lib/api/schemas/privacy/person-request";
import type { Viewer } from "@/lib/auth/viewer";
import { integerAndText, pageOf, readCursor } from "@/lib/queries/cursor";
import { notFound, Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { type PersonRow, readPeople } from "@/lib/store/reads/find-people";
import { findPersonRequest, listPersonRequests, type PersonRequestRow } from "@/lib/store/records/person-requests";
import { toIso } from "@/lib/time/instant";
import { requirePeople } from "./require-people";

const keys = z.array(z.string());
const stored = {
  kind: z.enum(requestKinds),
  state: z.enum(["open", ...closedStates]),
  log: z.array(
    z.object({ at: z.string(), by: z.string(), action: z.enum(requestActions), text: z.string().nullable() }),
  ),
};

export type RequestEntry = z.output<typeof stored.log>[number];

/** The visitors of a request's row. */
export function visitorsOf({ visitors }: Pick<PersonRequestRow, "visitors">): string[] {
  return keys.parse(JSON.parse(visitors));
}

/** The log of a request's row. */
export function logOf({ log }: Pick<PersonRequestRow, "log">): RequestEntry[] {
  return stored.log.parse(JSON.parse(log));
}

interface ListRequest {
  state: "open" | "closed";
  limit: number;
  cursor?: string | undefined;
}

/** People's requests: the open ones by their due dates, or the closed ones. @throws AppError forbidden */
export async function personRequests(
  viewer: Viewer,
  { state, limit, cursor }: ListRequest,
): Promise<{ data: PersonRequest[]; nextCursor: string | null } | Refusal> {
  requirePeople(viewer);
  const list = ["person requests", state];
  const place = cursor === undefined ? null : readCursor(list, integerAndText, cursor);
  if (place instanceof Refusal) return place;
  const after = place === null ? null : { dueAt: place[0], id: place[1] };
  const found = await listPersonRequests(store(), { isOpen: state === "open", after, limit: limit + 1 });
  const { rows, nextCursor } = pageOf(list, { found, limit }, ({ dueAt, id }) => [dueAt, id]);
  return { data: await described(viewer, rows), nextCursor };
}

/** One request. @throws AppError forbidden */
export async function personRequestById(viewer: Viewer, id: string): Promise<PersonRequest | Refusal> {
  requirePeople(viewer);
  const row = await findPersonRequest(store(), id);
  const [request] = row === null ? [] : await described(viewer, [row]);
  return request ?? notFound("request with this ID");
}

async function described(viewer: Viewer, rows: readonly PersonRequestRow[]): Promise<PersonRequest[]> {
  const wanted = rows.flatMap(visitorsOf);
  const people = new Map((await readPeople(store(), viewer, wanted, wanted.length)).map((row) => [row.key, row]));
  return rows.map((row) => ({
    ...{ id: row.id, madeBy: row.madeBy },
    kind: stored.kind.parse(row.kind),
    person: row.person === "" ? null : row.person,
    visitors: visitorsOf(row).map((key) => visitorOf(key, people.get(key))),
    receivedAt: toIso(row.receivedAt),
    dueAt: toIso(row.dueAt),
    state: stored.state.parse(row.state),
    closedAt: row.closedAt === null ? null : toIso(row.closedAt),
    log: logOf(row),
  }));
}

function visitorOf(key: string, row: PersonRow | undefined): PersonRequest["visitors"][number] {
  const { name = null, email = null, phone = null, conversationCount = 0 } = row ?? {};
  return { key, name, email, phone, conversationCount };
}
