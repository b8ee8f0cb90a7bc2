import "server-only";
import { z } from "zod";
import { type RetentionRule, retentionActions, retentionCategoryNames } from "@/lib/api/retention";
import { env } from "@/lib/env/env";
import type { QueryReader } from "@/lib/store/connection/statements";
import { readStoredRules } from "@/lib/store/retention/rules";

export const storedRule = z.object({
  id: z.string(),
  category: z.enum(retentionCategoryNames),
  filter: z.string(),
  ageDays: z.int(),
  action: z.enum(retentionActions),
});

const stored = z.object({ rules: z.array(storedRule) });

/** The rules in force: as long as nobody has changed them, `DELIVERY_BODY_DAYS` alone. */
export async function readRules(reader: QueryReader): Promise<RetentionRule[]> {
  return rulesIn(await readStoredRules(reader));
}

/** The rules in their stored form. */
export function rulesIn(json: string | null): RetentionRule[] {
  return json === null ? defaultRules() : stored.parse(JSON.parse(json)).rules;
}

export function writeRules(rules: readonly RetentionRule[]): string {
  return JSON.stringify({ rules });
}

function defaultRules(): RetentionRule[] {
  return [{ id: "bodies", category: "bodies", filter: "", ageDays: env().deliveryBodyDays, action: "delete" }];
}
