import "server-only";
import { can, type Permission } from "@/lib/access/permissions";
import type { Access } from "@/lib/access/scope";
import { type FacetName, isFacetKey } from "@/lib/api/facets";
import { type ConversationSort, sortDefinition } from "@/lib/columns/sorts";
import { AppError } from "@/lib/errors/app-error";
import { type ConversationFilters, filterNames, filterOf, valuesOf } from "@/lib/filters/conversation-filters";
import { filters as definitions } from "@/lib/filters/filters";
import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import { variablePrefixes } from "@/lib/filters/values/variable-filter";
import { isPersonalVariable } from "@/lib/masking/masking-settings";
import type { Store } from "@/lib/store/connection/client";
import { readMaskingSettings } from "@/lib/store/masking/masking-settings";

/** What a list is asked for. */
export interface ListParameters {
  filters?: ConversationFilters;
  sort?: ConversationSort;
  facets?: readonly FacetName[];
}

interface Lack {
  parameter: string;
  permission: Permission;
}

/**
 * Refuses filters, orders and facets that would tell a viewer personal data: their results depend on it.
 *
 * @throws AppError forbidden, with the parameter
 */
export async function requireShown(store: Store, access: Access, parameters: ListParameters): Promise<void> {
  const lack = await lackOf(store, access, parameters);
  if (lack === null) return;
  const { parameter, permission } = lack;
  throw new AppError("forbidden", `"${parameter}" requires the permission "${permission}".`, { parameter });
}

/** The first parameter that the viewer may not use, or null. */
export async function lackOf(store: Store, access: Access, parameters: ListParameters): Promise<Lack | null> {
  if (can(access, "personal") && can(access, "raw")) return null;
  const lack = required(parameters).find(({ permission }) => !can(access, permission));
  if (lack !== undefined || can(access, "personal")) return lack ?? null;
  const named = variablesIn(parameters);
  if (named.length === 0) return null;
  const { settings } = await readMaskingSettings(store);
  const personal = named.find(({ name }) => isPersonalVariable(settings, name));
  return personal === undefined ? null : { parameter: personal.parameter, permission: "personal" };
}

/** Whether a viewer may count the values of a filter. */
export function canCount(access: Access, facet: FacetName): boolean {
  return required({ facets: [facet] }).every(({ permission }) => can(access, permission));
}

function required({ filters, sort, facets = [] }: ListParameters): Lack[] {
  const ofFilters = (filters === undefined ? [] : filterNames).flatMap((name): Lack[] => {
    const { requires } = filterOf(name).definition;
    return requires === undefined || filters === undefined || valuesOf(filters, name).length === 0
      ? []
      : [{ parameter: name, permission: requires }];
  });
  const ofSort = sort === undefined ? undefined : sortDefinition(sort).requires;
  const ofFacets = facets.filter(isFacetKey).flatMap((facet): Lack[] => {
    const { requires }: FilterDefinition = definitions[facet];
    return requires === undefined ? [] : [{ parameter: "facet", permission: requires }];
  });
  return [...ofFilters, ...(ofSort === undefined ? [] : [{ parameter: "sort", permission: ofSort }]), ...ofFacets];
}

function variablesIn({ filters, facets = [] }: ListParameters): { name: string; parameter: string }[] {
  return [
    ...(filters?.variables ?? []).map(({ name, test }) => ({ name, parameter: variablePrefixes[test] + name })),
    ...facets
      .filter((facet) => facet.startsWith("var."))
      .map((facet) => ({ name: facet.slice("var.".length), parameter: "facet" })),
  ];
}
