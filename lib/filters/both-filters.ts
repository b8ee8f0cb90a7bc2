import { type ConversationFilters, filterNames, filterOf, valuesOf } from "./conversation-filters";

/** The filters of what matches both; null for no conversation. `unsupported`: a filter that cannot be combined. */
export type BothFilters = ConversationFilters | null | { unsupported: string };

/** Combines filters. Several values of one filter mean "any of", so its values cannot simply be added. */
export function bothFilters(filters: ConversationFilters, more: ConversationFilters): BothFilters {
  const found: Record<string, unknown> = { ...filters };
  for (const name of filterNames) {
    const [given, wanted] = [valuesOf(filters, name), valuesOf(more, name)];
    if (wanted.length === 0) continue;
    const { how, isList, key, definition } = filterOf(name);
    const union = (other: readonly string[]) => [...new Set([...other, ...wanted])];
    if (!isList) {
      if (given.length > 0 && given[0] !== wanted[0]) {
        return definition.kind === "yes or no" ? null : { unsupported: name };
      }
      found[name] = wanted[0];
    } else if (how !== "any") found[name] = union(given);
    else if (definition.hasAll === true && wanted.length === 1) {
      const all = `${key}.all`;
      found[all] = union((found[all] as string[] | undefined) ?? []);
    } else if (given.length === 0) found[name] = wanted;
    else if (definition.only !== undefined) {
      const common = wanted.filter((value) => given.includes(value));
      if (common.length === 0) return null;
      found[name] = common;
    } else if (given.length !== wanted.length || !wanted.every((value) => given.includes(value))) {
      return { unsupported: name };
    }
  }
  for (const { name, test, value } of more.variables) {
    const same = filters.variables.filter((one) => one.name === name && one.test === test);
    const isAny = test !== "not" && test !== "exists";
    if (isAny && same.length > 0 && (same.length > 1 || same[0]?.value !== value))
      return { unsupported: `var.${name}` };
  }
  const known = new Set(filters.variables.map((one) => JSON.stringify(one)));
  const variables = [...filters.variables, ...more.variables.filter((one) => !known.has(JSON.stringify(one)))];
  // Its names and values are those of filters.
  return { ...(found as ConversationFilters), variables };
}
