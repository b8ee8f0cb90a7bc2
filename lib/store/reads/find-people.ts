import "server-only";
import type { Access } from "@/lib/access/scope";
import { foldForSearch, foldText } from "@/lib/search/fold-for-search";
import type { Store } from "@/lib/store/connection/client";
import { jsonList } from "@/lib/store/connection/json-rows";
import { conversationHits } from "@/lib/store/search/text-condition";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { andInScope } from "./in-scope";

/** What of a visitor equals the text, or for `name`, contains it. */
export type PersonMatch = "key" | "email" | "phone" | "name";

/** Fewer digits are no phone number. */
const fewestDigits = 6;
/** Conversations that are compared: a name that more of them contain finds the visitors of some. */
const mostConversations = 5000;

interface Facts {
  visitorKey: string;
  platformId: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
}

/**
 * The keys of visitors with this key, ID, e-mail address or phone number, or with a name that contains the text; now or in any
 * of their conversations. Case, accents and the spelling of phone numbers do not matter.
 */
export async function findPeople(
  store: Store,
  access: Access,
  text: string,
): Promise<Map<string, ReadonlySet<PersonMatch>>> {
  const found = new Map<string, Set<PersonMatch>>();
  for (const facts of [
    ...(await equalVisitors(store, access, text)),
    ...(await similarConversations(store, access, text)),
  ]) {
    const matches = matchesOf(facts, text);
    if (matches.length > 0) found.set(facts.visitorKey, new Set([...(found.get(facts.visitorKey) ?? []), ...matches]));
  }
  return found;
}

function matchesOf({ visitorKey, platformId, name, email, phone }: Facts, text: string): PersonMatch[] {
  const sought = foldForSearch(text);
  return [
    ...(visitorKey === text || platformId === text ? (["key"] as const) : []),
    ...(email !== null && sought !== "" && foldForSearch(email) === sought ? (["email"] as const) : []),
    ...(phone !== null && isSameNumber(phone, text) ? (["phone"] as const) : []),
    ...(name !== null && sought !== "" && foldForSearch(name).includes(sought) ? (["name"] as const) : []),
  ];
}

/** Whether a number is the same, also without its country code. */
function isSameNumber(phone: string, text: string): boolean {
  const digits = nationalDigits(text);
  return digits.length >= fewestDigits && digitsOf(phone).endsWith(digits);
}

function digitsOf(text: string): string {
  return /[^\d\s()+./-]/.test(text) ? "" : text.replace(/\D/g, "");
}

function nationalDigits(text: string): string {
  return digitsOf(text).replace(/^0+/, "");
}

/** Visitors by what they are called now. */
async function equalVisitors({ reader }: Store, access: Access, text: string): Promise<Facts[]> {
  const digits = nationalDigits(text);
  const phone = Prisma.raw(
    [" ", "-", "(", ")", ".", "/"].reduce((column, sign) => `replace(${column}, '${sign}', '')`, `v."phone"`),
  );
  const isNumber = digits.length < fewestDigits ? Prisma.empty : Prisma.sql`OR ${phone} LIKE ${`%${digits}`}`;
  return reader.$queryRaw<Facts[]>`
    SELECT v."key" AS "visitorKey", v."platformId" AS "platformId", v."name" AS "name", v."email" AS "email", v."phone" AS "phone"
    FROM "Visitor" v
    WHERE (v."key" = ${text} OR v."platformId" = ${text} OR lower(v."email") = ${text.toLowerCase()} ${isNumber})
      AND EXISTS (SELECT 1 FROM "Conversation" c WHERE c."visitorKey" = v."key" ${andInScope(access, Prisma.sql`c.`)})`;
}

/** Visitors by what they are called in conversations whose own text contains `text`. */
async function similarConversations({ reader, dialect }: Store, access: Access, text: string): Promise<Facts[]> {
  const sought = foldText(text);
  if ([...sought.plain].length < 3) return [];
  return reader.$queryRaw<Facts[]>`
    SELECT DISTINCT c."visitorKey" AS "visitorKey", c."visitorId" AS "platformId", c."visitorName" AS "name",
      c."visitorEmail" AS "email", c."visitorPhone" AS "phone"
    FROM (SELECT t."id" AS "id" FROM ${conversationHits(dialect, sought)} LIMIT ${mostConversations}) h
      JOIN "Conversation" c ON c."id" = h."id" WHERE true ${andInScope(access, Prisma.sql`c.`)}`;
}

/** A visitor as a list of people shows them. */
export interface PersonRow {
  key: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  lastSeenAt: bigint;
  conversationCount: number;
}

/** The visitors with these keys, the last seen first; erased ones are missing. */
export async function readPeople(
  { reader, dialect }: Store,
  access: Access,
  keys: readonly string[],
  limit: number,
): Promise<PersonRow[]> {
  if (keys.length === 0) return [];
  const rows = await reader.$queryRaw<PersonRow[]>`
    SELECT v."key" AS "key", v."name" AS "name", v."email" AS "email", v."phone" AS "phone", v."lastSeenAt" AS "lastSeenAt",
      (SELECT count(*) FROM "Conversation" c WHERE c."visitorKey" = v."key" ${andInScope(access, Prisma.sql`c.`)})
        AS "conversationCount"
    FROM "Visitor" v WHERE v."key" IN (${jsonList(dialect, "text", keys)})
    ORDER BY v."lastSeenAt" DESC, v."key" LIMIT ${limit}`;
  return rows.map((row) => ({
    ...row,
    lastSeenAt: BigInt(row.lastSeenAt),
    conversationCount: Number(row.conversationCount),
  }));
}
