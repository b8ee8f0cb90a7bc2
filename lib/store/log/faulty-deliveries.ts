import "server-only";
import { Prisma } from "@/prisma/generated/sqlite/client";

/**
 * Deliveries that are quarantined, whole or in part. Repeats the condition of the partial index, without which the index is not
 * used.
 */
export const isFaulty = Prisma.sql`"verdict" <> 'accepted' AND "verdict" IN ('quarantined', 'partial')`;
