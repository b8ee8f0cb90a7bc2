import "server-only";
import type { FilterChoice, FilterChoices } from "@/lib/api/filter-choices";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { listAccounts } from "@/lib/store/lists/list-accounts";
import { type AssigneeRow, listAssignees } from "@/lib/store/lists/list-assignees";
import { listBots, listLabels } from "@/lib/store/lists/list-bot-and-label-names";
import { listValues } from "@/lib/store/lists/list-values";

const mostVariableNames = 1000;

/** What the list's filters can be set to, each in the order of its names. */
export async function choicesOfFilters(_viewer: Viewer): Promise<FilterChoices> {
  const open = store();
  const [assignees, labels, channels, bots, messageTypes, accounts, variables] = await Promise.all([
    listAssignees(open),
    listLabels(open),
    listValues(open, "Conversation.channel"),
    listBots(open),
    listValues(open, "ConversationMessageType.messageType"),
    listAccounts(open),
    listValues(open, "ConversationVariable.name", mostVariableNames),
  ]);
  return {
    assignee: ordered(assignees.map(assigneeChoice)),
    label: ordered(labels.map(({ labelId, name }) => ({ value: name ?? labelId, name: name ?? `Label ${labelId}` }))),
    channel: ordered(channels.map(plain)),
    bot: ordered(bots.map(({ id, name }) => ({ value: name ?? id, name: name ?? `Bot ${id}` }))),
    has: ordered(messageTypes.map(plain)),
    account: ordered(accounts.map(({ key, platformId }) => plain(platformId ?? key))),
    variable: ordered(variables.map(plain)),
  };
}

function assigneeChoice({ assigneeId, assigneeEmail, assigneeName }: AssigneeRow): FilterChoice {
  return { value: assigneeEmail ?? assigneeId, name: assigneeName ?? assigneeEmail ?? assigneeId };
}

function plain(value: string): FilterChoice {
  return { value, name: value };
}

function ordered(choices: readonly FilterChoice[]): FilterChoice[] {
  const distinct = new Map(choices.map((choice) => [choice.value, choice]));
  return [...distinct.values()].sort((one, other) => one.name.localeCompare(other.name, "en"));
}
