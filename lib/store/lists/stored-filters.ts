import "server-only";
import { type FilterKey, filters } from "@/lib/filters/filters";
import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import type { Prisma } from "@/prisma/generated/sqlite/client";

export type ConversationColumn = Prisma.ConversationScalarFieldEnum;

/** The filter definitions, typed so that the compiler checks that the model has every column they name. */
export const storedFilters: Record<FilterKey, FilterDefinition<ConversationColumn>> = filters;
