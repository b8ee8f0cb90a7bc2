import "server-only";
import type { Access } from "@/lib/access/scope";
import type { OfferedValue, OfferedValues } from "@/lib/api/schemas/offered-values";
import type { Viewer } from "@/lib/auth/viewer";
import { type ValueList, valueLists } from "@/lib/filters/values/value-sources";
import { type Store, store } from "@/lib/store/connection/client";
import { listAccounts } from "@/lib/store/reads/list-accounts";
import { listAssignees } from "@/lib/store/reads/list-assignees";
import { listBots, listLabels } from "@/lib/store/reads/list-bot-and-label-names";
import { listChannels, listMessageTypes, listVariableNames } from "@/lib/store/reads/list-values";
import { isNameShown } from "./shown-names";

const mostVariableNames = 1000;

/** Suggested values for the list's filters, each list sorted by name. */
export async function valuesOfFilters(viewer: Viewer): Promise<OfferedValues> {
  const open = store();
  const variables = listVariableNames(open, viewer, mostVariableNames);
  const lists = await Promise.all(
    valueLists.map(async (name) => [name, ordered(await readers[name](open, viewer))] as const),
  );
  // One entry per name.
  const values = Object.fromEntries(lists) as Record<ValueList, OfferedValue[]>;
  return { ...values, variable: ordered((await variables).filter((name) => isNameShown(viewer, name)).map(plain)) };
}

const readers: Record<ValueList, (store: Store, access: Access) => Promise<OfferedValue[]>> = {
  assignee: async (open, access) =>
    (await listAssignees(open, access)).map(({ assigneeId, assigneeEmail, assigneeName }) => ({
      value: assigneeEmail ?? assigneeId,
      name: assigneeName ?? assigneeEmail ?? assigneeId,
    })),
  label: async (open, access) =>
    (await listLabels(open, access)).map(({ labelId, name }) => ({
      value: name ?? labelId,
      name: name ?? `Label ${labelId}`,
    })),
  channel: async (open, access) => (await listChannels(open, access)).map(plain),
  bot: async (open, access) =>
    (await listBots(open, access)).map(({ id, name }) => ({ value: name ?? id, name: name ?? `Bot ${id}` })),
  has: async (open, access) => (await listMessageTypes(open, access)).map(plain),
  account: async (open, access) =>
    (await listAccounts(open, access)).map(({ key, platformId }) => plain(platformId ?? key)),
};

function plain(value: string): OfferedValue {
  return { value, name: value };
}

function ordered(values: readonly OfferedValue[]): OfferedValue[] {
  const distinct = new Map(values.map((one) => [one.value, one]));
  return [...distinct.values()].sort((one, other) => one.name.localeCompare(other.name, "en"));
}
