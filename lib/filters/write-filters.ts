import { variablePrefixes } from "@/lib/filters/values/variable-filter";
import { type ConversationFilters, filterNames, valuesOf } from "./conversation-filters";

/** Writes filters as URL parameters; `readFilters` parses them back. */
export function writeFilters(filters: ConversationFilters): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of filterNames) {
    for (const value of valuesOf(filters, name)) parameters.append(name, value);
  }
  for (const { name, test, value } of filters.variables) parameters.append(variablePrefixes[test] + name, value);
  return parameters;
}
