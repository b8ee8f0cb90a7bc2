import "server-only";
import type { OfferedValue, OfferedValues } from "@/lib/api/schemas/offered-values";
import type { Viewer } from "@/lib/auth/viewer";
import { type ValueList, valueLists } from "@/lib/filters/values/value-sources";
import { type Store, store } from "@/lib/store/connection/client";
import { listAccounts } from "@/lib/store/reads/list-accounts";
import { listAssignees } from "@/lib/store/reads/list-assignees";
import { listBots, listLabels } from "@/lib/store/reads/list-bot-and-label-names";
import { listChannels, listMessageTypes, listVariableNames } from "@/lib/store/reads/list-values";

const mostVariableNames = 1000;

/** Suggested values for the list's filters, each list sorted by name. */
export async function valuesOfFilters(_viewer: Viewer): Promise<OfferedValues> {
  const open = store();
  const variables = listVariableNames(open, mostVariableNames);
  const lists = await Promise.all(valueLists.map(async (name) => [name, ordered(await readers[name](open))] as const));
  // One entry per name.
  const values = Object.fromEntries(lists) as Record<ValueList, OfferedValue[]>;
  return { ...values, variable: ordered((await variables).map(plain)) };
}

const readers: Record<ValueList, (store: Store) => Promise<OfferedValue[]>> = {
  assignee: async (open) =>
    (await listAssignees(open)).map(({ assigneeId, assigneeEmail, assigneeName }) => ({
      value: assigneeEmail ?? assigneeId,
      name: assigneeName ?? assigneeEmail ?? assigneeId,
    })),
  label: async (open) =>
    (await listLabels(open)).map(({ labelId, name }) => ({ value: name ?? labelId, name: name ?? `Label ${labelId}` })),
  channel: async (open) => (await listChannels(open)).map(plain),
  bot: async (open) => (await listBots(open)).map(({ id, name }) => ({ value: name ?? id, name: name ?? `Bot ${id}` })),
  has: async (open) => (await listMessageTypes(open)).map(plain),
  account: async (open) => (await listAccounts(open)).map(({ key, platformId }) => plain(platformId ?? key)),
};

function plain(value: string): OfferedValue {
  return { value, name: value };
}

function ordered(values: readonly OfferedValue[]): OfferedValue[] {
  const distinct = new Map(values.map((one) => [one.value, one]));
  return [...distinct.values()].sort((one, other) => one.name.localeCompare(other.name, "en"));
}
