import "server-only";
import type { Access } from "@/lib/access/scope";
import { clausesOf } from "@/lib/filters/clauses-of";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Dictionary } from "@/lib/filters/kinds/condition";
import { namer } from "@/lib/search/is-found";
import type { Store } from "@/lib/store/connection/client";
import { labelName } from "@/lib/store/masking/label-name";
import { readTextsOfPrompts } from "@/lib/store/reads/prompt-texts";
import { Prisma } from "@/prisma/generated/sqlite/client";

interface NamedRow {
  dictionary: Dictionary;
  /** The value stored in the conversation. */
  value: string;
  /** Only for conversations of this account. */
  accountKey: string | null;
  name: string;
}

/** Finds the rows with this name or ID; for a prompt, its texts. */
export type Names = (dictionary: Dictionary | "prompt", name: string) => Pick<NamedRow, "value" | "accountKey">[];

const dictionaries: Record<Dictionary, (access: Access) => Prisma.Sql> = {
  account: () =>
    Prisma.sql`SELECT 'account' AS "dictionary", "key" AS "value", NULL AS "accountKey", "platformId" AS "name" FROM "PlatformAccount"`,
  bot: () => Prisma.sql`SELECT 'bot', "id", NULL, "name" FROM "Bot"`,
  channel: () => Prisma.sql`SELECT DISTINCT 'channel', "channel", NULL, "channel" FROM "FacetSet"`,
  label: (access) => Prisma.sql`SELECT 'label', "labelId", "accountKey", ${labelName(access)} FROM "Label" named`,
};

/**
 * Looks up the names in `filters`, ignoring case in any language, in the short dictionaries that they come from: databases
 * differ in how they change case.
 */
export async function readNames({ reader }: Store, access: Access, filters: ConversationFilters): Promise<Names> {
  const conditions = clausesOf(filters).flatMap(({ conditions }) => conditions);
  const wanted = new Set(conditions.flatMap((one) => ("in" in one ? [one.in] : [])));
  const prompts = conditions.flatMap((one) => {
    if (one.kind === "sequence") return one.steps.map((step) => (typeof step === "string" ? undefined : step.prompt));
    return one.kind === "step" ? [one.test.prompt, one.test.to] : [];
  });
  const texts = await readTextsOfPrompts(
    reader,
    prompts.filter((id) => id !== undefined),
  );
  const textsOf = (id: string) => (texts.get(id) ?? []).map((text) => ({ value: String(text.id), accountKey: null }));
  if (wanted.size === 0) return (_, name) => textsOf(name);
  const parts = [...wanted].map((dictionary) => dictionaries[dictionary](access));
  const rows = await reader.$queryRaw<NamedRow[]>`
    SELECT * FROM (SELECT '' AS "dictionary", '' AS "value", '' AS "accountKey", '' AS "name" WHERE 1 = 0
      UNION ALL ${Prisma.join(parts, " UNION ALL ")}) n WHERE "name" IS NOT NULL`;
  return (dictionary, name) => {
    if (dictionary === "prompt") return textsOf(name);
    // An account's ID is compared exactly; any other ID is also the value stored in the conversation.
    const isNamed = dictionary === "account" ? (known: string) => known === name : namer(name);
    const named = rows.filter((row) => row.dictionary === dictionary && isNamed(row.name));
    return dictionary === "channel" ? named : [{ value: name, accountKey: null }, ...named];
  };
}
