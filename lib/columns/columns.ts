import { account } from "./account";
import { assignee } from "./assignee";
import { awaitsAnswer } from "./awaits-answer";
import { bot } from "./bot";
import { channel } from "./channel";
import type { ColumnDefinition } from "./column-definition";
import { createdAt } from "./created-at";
import { duration } from "./duration";
import { events } from "./events";
import { firstReply } from "./first-reply";
import { firstVisitorMessage } from "./first-visitor-message";
import { gaps } from "./gaps";
import { humanWait } from "./human-wait";
import { id } from "./id";
import { key } from "./key";
import { labels } from "./labels";
import { lastEventAt } from "./last-event-at";
import { lastMessage } from "./last-message";
import { lastPrompt } from "./last-prompt";
import { longestReply } from "./longest-reply";
import { messages } from "./messages";
import { notes } from "./notes";
import { reopened } from "./reopened";
import { status } from "./status";
import { title } from "./title";
import { visitor } from "./visitor";
import { waitingSince } from "./waiting-since";

/**
 * Every column of the list, by its name in settings and saved views. The table and its header, the column menu, the sort orders
 * and the CSV export are derived from this table. Its order is the order of the CSV columns, so append new ones.
 */
export const columns = {
  key,
  id,
  title,
  status,
  account,
  bot,
  visitor,
  channel,
  assignee,
  labels,
  createdAt,
  lastEventAt,
  duration,
  events,
  messages,
  notes,
  gaps,
  awaitsAnswer,
  lastMessage,
  humanWait,
  firstReply,
  longestReply,
  waitingSince,
  reopened,
  firstVisitorMessage,
  lastPrompt,
} satisfies Record<string, ColumnDefinition>;

type Columns = typeof columns;

export type ColumnKey = keyof Columns;

// The table has no other keys.
export const columnKeys = Object.keys(columns) as ColumnKey[];

type SortOf<Key extends ColumnKey> = Columns[Key] extends { sort: { name: infer Name extends string } } ? Name : never;
/** The sort keys of the list. */
export type SortKey = { [Key in ColumnKey]: SortOf<Key> }[ColumnKey];

type CsvOf<Key extends ColumnKey> = keyof Columns[Key]["csv"];
/** A summary column of the CSV export. */
export type CsvColumn = { [Key in ColumnKey]: CsvOf<Key> }[ColumnKey];
