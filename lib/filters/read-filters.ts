import {
  type VariableFilter,
  variableParameter,
  variablePrefixes,
  variableProblem,
} from "@/lib/filters/values/variable-filter";
import {
  type ConversationFilters,
  type FilterName,
  filterNamed,
  filterNames,
  filterOf,
  noFilters,
} from "./conversation-filters";
import { searchesOf, searchNames, searchProblem } from "./searches";

export type FiltersRead =
  | { ok: true; filters: ConversationFilters }
  | { ok: false; parameter: string; message: string };

type Problem = Extract<FiltersRead, { ok: false }>;

const mostValues = 100;

/** Whether `name` is a parameter of {@link readFilters}. */
export function isFilterName(name: string): boolean {
  return variableParameter(name) !== null || filterNamed(name) !== null;
}

/** Parses filters from URL parameters. Unknown parameters and invalid values are reported, never skipped. */
export function readFilters(parameters: URLSearchParams): FiltersRead {
  const unknown = [...parameters.keys()].find((name) => !isFilterName(name));
  if (unknown !== undefined) return { ok: false, parameter: unknown, message: `Unknown filter "${unknown}".` };

  const set: Partial<Record<FilterName, string[] | string>> = {};
  for (const name of filterNames) {
    const values = readValues(name, parameters.getAll(name));
    if (!Array.isArray(values)) return values;
    const [first] = values;
    if (filterOf(name).isList) set[name] = values;
    else if (first !== undefined) set[name] = first;
  }
  const variables = variablesIn(parameters);
  const problem = variables.length > mostValues ? tooMany("var.", mostValues) : problemOfVariables(variables);
  if (problem !== null) return problem;
  // Each value was parsed by its definition.
  const filters: ConversationFilters = { ...noFilters, ...(set as Partial<ConversationFilters>), variables };
  const message = searchProblem(searchesOf(filters));
  if (message === null) return { ok: true, filters: tidy(filters) };
  return { ok: false, parameter: searchNames.find((name) => filters[name].length > 0) ?? "q", message };
}

function readValues(name: FilterName, given: readonly string[]): string[] | Problem {
  const { definition, isList, key } = filterOf(name);
  const { most = mostValues } = definition;
  if (!isList && given.length > 1) return refused(name, "can be given only once");
  if (given.length > most) return tooMany(name, most);
  // A blank search does not filter.
  const wanted = key === "q" ? given.filter((text) => text.trim() !== "") : given;
  const values: string[] = [];
  for (const text of wanted) {
    const read = definition.read(text);
    if ("problem" in read) return refused(name, read.problem);
    if (!values.includes(read.value)) values.push(read.value);
  }
  return values;
}

function variablesIn(parameters: URLSearchParams): VariableFilter[] {
  const tests = new Map(
    [...parameters].flatMap(([parameter, value]) => {
      const variable = variableParameter(parameter);
      return variable === null ? [] : [[`${parameter}\0${value}`, { ...variable, value }] as const];
    }),
  );
  return [...tests.values()];
}

function problemOfVariables(variables: readonly VariableFilter[]): Problem | null {
  for (const variable of variables) {
    const problem = variableProblem(variable);
    if (problem !== null) return refused(variablePrefixes[variable.test] + variable.name, problem);
  }
  return null;
}

/** Normalizes "all of" with one text to "any of". */
function tidy(filters: ConversationFilters): ConversationFilters {
  const isSame = filters.q.length === 0 && filters["q.all"].length === 1;
  return isSame ? { ...filters, q: filters["q.all"], "q.all": [] } : filters;
}

function tooMany(parameter: string, most: number): Problem {
  return refused(parameter, `has more than ${most} values`);
}

function refused(parameter: string, problem: string): Problem {
  return { ok: false, parameter, message: `"${parameter}" ${problem}.` };
}
