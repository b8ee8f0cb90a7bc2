import "server-only";
import { filterNamed } from "@/lib/filters/conversation-filters";
import { variableParameter } from "@/lib/filters/values/variable-filter";
import { KnownValues } from "@/lib/masking/known-values";
import { maskText } from "@/lib/masking/mask-text";
import { tokens } from "@/lib/masking/tokens";

/** A view of somebody else for a viewer without the permission `personal`: what it searches for may be a person's. */
export function maskView({ name, search }: { name: string; search: string }): { name: string; search: string } {
  const masked = [...new URLSearchParams(search)].map(([parameter, value]): [string, string] => [
    parameter,
    isFree(parameter) ? tokens.value : maskText(value, KnownValues.none),
  ]);
  return { name: maskText(name, KnownValues.none), search: new URLSearchParams(masked).toString() };
}

/** Whether any text may be the value of a parameter: searches, and values of variables. */
function isFree(parameter: string): boolean {
  const variable = variableParameter(parameter);
  if (variable !== null) return variable.test !== "exists";
  const definition = filterNamed(parameter)?.definition;
  if (definition === undefined) return false;
  return definition.requires !== undefined || definition.condition("x").kind === "found";
}
