import "server-only";
import type { z } from "zod";
import type { variableHistory } from "@/lib/api/schemas/visitor";
import type { Viewer } from "@/lib/auth/viewer";
import { TextBudget } from "@/lib/conversation/cut-beyond";
import { emptyState, evolve } from "@/lib/fold/fold";
import { maskActor, maskVariable } from "@/lib/masking/mask-conversation";
import { readCursor, twoIntegers, writeCursor } from "@/lib/queries/cursor";
import { notFound, Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { readLog } from "@/lib/store/log/read-log";
import { type Masks, readMasks } from "@/lib/store/reads/read-masks";
import { listConversationsWithVariable } from "@/lib/store/reads/read-visitor";
import { readVisitor } from "@/lib/store/reads/visitor-of-scope";
import { eachEvent } from "./each-event";

type Page = z.input<typeof variableHistory>;

/** Limits of one call: conversations, and events (except for the first conversation). */
const mostConversations = 20;
const mostEvents = 5000;

/**
 * All values of a contact variable in a visitor's conversations: in pages of conversations, latest first, and within a page the
 * latest value first.
 */
export async function historyOfVariable(
  viewer: Viewer,
  { key, name, cursor }: { key: string; name: string; cursor: string | undefined },
): Promise<Page | Refusal> {
  const list = ["variable", key, name];
  const place = cursor === undefined ? null : readCursor(list, twoIntegers, cursor);
  if (place instanceof Refusal) return place;
  if ((await readVisitor(store(), viewer, key)) === null) return notFound("visitor with this key");
  const found = await listConversationsWithVariable(store(), viewer, key, {
    name,
    after: place === null ? null : { lastEventAt: place[0], id: place[1] },
    limit: mostConversations + 1,
  });
  const page = withinBudget(found.slice(0, mostConversations));
  const budget = new TextBudget();
  const ids = page.map(({ id }) => id);
  const masks = await readMasks(store(), viewer, ids);
  const values: Page["data"] = [];
  for (const conversation of page) values.push(...(await valuesIn(conversation, name, { budget, masks })));
  const end = page.length < found.length ? page.at(-1) : undefined;
  return {
    data: values.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)),
    nextCursor: end === undefined ? null : writeCursor(list, [end.lastEventAt, end.id]),
  };
}

async function valuesIn(
  { id, key }: { id: bigint; key: string },
  name: string,
  { budget, masks }: { budget: TextBudget; masks: Masks | null },
): Promise<Page["data"]> {
  const values: Page["data"] = [];
  let state = emptyState(key);
  for await (const event of eachEvent(readLog(store(), id))) {
    state = evolve(state, event);
    const variable = Object.hasOwn(state.variables, name) ? state.variables[name] : undefined;
    if (variable?.eventId !== event.id || variable.scope !== "contact") continue;
    const { type } = variable;
    const value = budget.takeValue(variable.value, event.id);
    const found = { value, type, eventId: event.id, conversationKey: key, by: event.actor, at: event.occurredAt };
    values.push(masks === null ? found : { ...maskVariable(found, name, masks.of(id)), by: maskActor(found.by) });
  }
  return values;
}

function withinBudget<Listed extends { eventCount: number }>(conversations: readonly Listed[]): Listed[] {
  let left = mostEvents;
  const end = conversations.findIndex(({ eventCount }, index) => {
    left -= eventCount;
    return left < 0 && index > 0;
  });
  return end === -1 ? [...conversations] : conversations.slice(0, end);
}
