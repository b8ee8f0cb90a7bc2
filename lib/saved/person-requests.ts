import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { newPersonRequest, PersonRequest, personRequestChange } from "@/lib/api/schemas/privacy/person-request";
import { audit, type Change } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";
import { logOf, personRequestById, type RequestEntry, visitorsOf } from "@/lib/queries/privacy/person-requests";
import { requirePeople } from "@/lib/queries/privacy/require-people";
import { notFound, Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { readPeople } from "@/lib/store/reads/find-people";
import { changeAccounts } from "@/lib/store/records/change-accounts";
import type { Records } from "@/lib/store/records/in-transaction";
import {
  countVisitors,
  findPersonRequest,
  insertPersonRequest,
  type PersonRequestRow,
  updatePersonRequest,
  withoutPerson,
} from "@/lib/store/records/person-requests";
import { fromIso, now, toIso } from "@/lib/time/instant";
import { oneMonthAfter } from "@/lib/time/one-month-after";

/** Enters a person's request. @throws AppError forbidden */
export async function addPersonRequest(
  viewer: UserViewer,
  { kind, person, visitors = [], note, ...dates }: z.output<typeof newPersonRequest>,
): Promise<PersonRequest | Refusal> {
  requirePeople(viewer);
  const receivedAt = dates.receivedAt === undefined ? now() : fromIso(dates.receivedAt);
  const dueAt = dates.dueAt === undefined ? oneMonthAfter(receivedAt) : fromIso(dates.dueAt);
  if (dueAt < receivedAt) return new Refusal("bad_request", "The due date is before the date of receipt.", "dueAt");
  const unknown = await unknownVisitor(viewer, visitors);
  if (unknown !== null) return unknown;
  const id = randomUUID();
  const by = entriesOf(viewer);
  const log = [
    by("create"),
    ...visitors.map((key) => by("join", key)),
    ...(note === undefined ? [] : [by("note", note)]),
  ];
  await changeAccounts(store(), async (within) => {
    await insertPersonRequest(within, {
      ...{ id, kind, person, receivedAt, dueAt, state: "open", closedAt: null, madeBy: viewer.email },
      visitors: JSON.stringify([...new Set(visitors)]),
      log: JSON.stringify(log),
    });
    const detail = { kind, dueAt: toIso(dueAt) };
    await audit(within, actorOf(viewer), { action: "request.create", subject: { type: "request", id }, detail });
  });
  return personRequestById(viewer, id);
}

/** Changes an open request, or closes it. @throws AppError forbidden */
export async function changePersonRequest(
  viewer: UserViewer,
  id: string,
  change: z.output<typeof personRequestChange>,
): Promise<PersonRequest | Refusal> {
  requirePeople(viewer);
  const { addVisitors = [], removeVisitors = [], note, dueAt, close } = change;
  const unknown = await unknownVisitor(viewer, addVisitors);
  if (unknown !== null) return unknown;
  const refused = await withOpenRequest(id, async (within, row) => {
    const before = visitorsOf(row);
    const visitors = [...new Set([...before, ...addVisitors])].filter((key) => !removeVisitors.includes(key));
    const by = entriesOf(viewer);
    const added = [
      ...visitors.filter((key) => !before.includes(key)).map((key) => by("join", key)),
      ...before.filter((key) => !visitors.includes(key)).map((key) => by("separate", key)),
      ...(note === undefined ? [] : [by("note", note)]),
      ...(dueAt === undefined ? [] : [by("due", toIso(fromIso(dueAt)))]),
      ...(close === undefined ? [] : [by("close", close)]),
    ];
    const changed = {
      ...row,
      visitors: JSON.stringify(visitors),
      log: JSON.stringify([...logOf(row), ...added]),
      ...(dueAt === undefined ? {} : { dueAt: fromIso(dueAt) }),
      ...(close === undefined ? {} : { state: close, closedAt: now() }),
    };
    const forgets =
      close !== undefined && (row.kind === "erasure" || (await countVisitors(within, visitors)) < visitors.length);
    await updatePersonRequest(within, forgets ? { ...changed, ...withoutPerson(changed) } : changed);
    await audit(within, actorOf(viewer), {
      action: close === undefined ? "request.change" : "request.close",
      subject: { type: "request", id },
      detail: { done: added.map(({ action }) => action), ...(close === undefined ? {} : { state: close }) },
    });
    return null;
  });
  return refused ?? personRequestById(viewer, id);
}

/** Adds what was done to the log of an open request. */
export async function logInRequest(
  viewer: Viewer,
  id: string,
  done: readonly Pick<RequestEntry, "action" | "text">[],
): Promise<Refusal | null> {
  return withOpenRequest(id, async (within, row) => {
    const by = entriesOf(viewer);
    const log = [...logOf(row), ...done.map(({ action, text }) => by(action, text))];
    await updatePersonRequest(within, { id, log: JSON.stringify(log) });
    const detail = { done: done.map(({ action }) => action) };
    const entry: Change = { action: "request.change", subject: { type: "request", id }, detail };
    await audit(within, actorOf(viewer), entry);
    return null;
  });
}

async function withOpenRequest(
  id: string,
  change: (within: Records, row: PersonRequestRow) => Promise<Refusal | null>,
): Promise<Refusal | null> {
  return changeAccounts(store(), async (within) => {
    const row = await findPersonRequest(within, id);
    if (row === null) return notFound("request with this ID");
    return row.state === "open" ? change(within, row) : new Refusal("conflict", "This request is closed.");
  });
}

function entriesOf(viewer: Viewer): (action: RequestEntry["action"], text?: string | null) => RequestEntry {
  const at = toIso(now());
  const by = viewer.kind === "user" ? viewer.email : viewer.name;
  return (action, text = null) => ({ at, by, action, text });
}

async function unknownVisitor(viewer: Viewer, keys: readonly string[]): Promise<Refusal | null> {
  const found = await readPeople(store(), viewer, keys, keys.length);
  const isUnknown = keys.some((key) => !found.some((row) => row.key === key));
  return isUnknown ? notFound("visitor with this key") : null;
}
