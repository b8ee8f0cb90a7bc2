import "server-only";
import { type FilterKey, filters } from "@/lib/filters/filters";
import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import type { Prisma } from "@/prisma/generated/sqlite/client";

export type ConversationColumn = Prisma.ConversationScalarFieldEnum;

/** The filters' definitions; the compiler checks that the model has every column that they name. */
export const storedFilters: Record<FilterKey, FilterDefinition<ConversationColumn>> = filters;
