import "server-only";
import { type FilterKey, filters } from "@/lib/filters/filters";
import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import type { Prisma } from "@/prisma/generated/sqlite/client";

/** Columns of conversations and of their facts: no name is in both. */
export type ConversationColumn =
  | Prisma.ConversationScalarFieldEnum
  | Exclude<Prisma.FactScalarFieldEnum, "conversationId">;

/** The filter definitions, typed so that the compiler checks that the models have every column they name. */
export const storedFilters: Record<FilterKey, FilterDefinition<ConversationColumn>> = filters;
