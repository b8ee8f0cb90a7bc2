import "server-only";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** Deliveries that are quarantined, whole or in part. Their index has a condition, which must be said for it to be used. */
export const isFaulty = Prisma.sql`"verdict" <> 'accepted' AND "verdict" IN ('quarantined', 'partial')`;
