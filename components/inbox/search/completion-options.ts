import type { CompletionOption } from "@/components/form/completions/use-completion-menu";
import type { Completion } from "@/lib/filter-text/completions-at";
import { type Field, fields } from "@/lib/filter-text/fields";
import { fieldValue } from "@/lib/filter-text/format-filters";
import { quoteName } from "@/lib/filter-text/quote";
import { foldText } from "@/lib/search/fold-for-search";
import { finder, placeOf } from "@/lib/search/is-found";

/** Values found in the data. */
export interface FilterData {
  valuesOf: (field: Field) => readonly { value: string; name: string }[];
  variables: readonly string[];
  valuesOfVariable: (name: string) => readonly string[];
}

const most = 8;
/** Maximum suggestions per filter for a plain word. */
const mostTerms = 3;
const shortestWord = 2;

/** Completions at the text cursor: first those that begin with the text typed so far, then those that contain it. */
export function completionOptions(completion: Completion, data: FilterData): CompletionOption[] {
  if (completion.kind === "name" && completion.prefix === "") return names;
  const isWanted = finder(completion.prefix);
  const found = candidates(completion, data).filter(
    ({ choice, help }) => isWanted(choice) || (completion.kind !== "name" && help !== null && isWanted(help)),
  );
  const ranked = [
    ...found.filter((one) => begins(one, completion)),
    ...found.filter((one) => !begins(one, completion)),
  ].slice(0, most);
  if (completion.kind === "name") return [...ranked, ...termsOf(completion.prefix, data)].slice(0, most);
  // Do not suggest what is already typed.
  return ranked.length === 1 && ranked[0]?.choice === completion.prefix ? [] : ranked;
}

function candidates(completion: Completion, data: FilterData): CompletionOption[] {
  switch (completion.kind) {
    case "name":
      return names.filter(({ choice }) => beginsLike(choice, completion.prefix));
    case "value":
      return [
        ...completion.field.values.map((value) => ({ choice: value, help: null })),
        ...data
          .valuesOf(completion.field)
          .map(({ value, name }) => ({ choice: value, help: name === value ? null : name })),
      ].filter(({ choice }, place, all) => all.findIndex((other) => other.choice === choice) === place);
    case "variable name":
      return data.variables.map((choice) => ({ choice, help: null }));
    case "variable value":
      return data.valuesOfVariable(completion.name).map((choice) => ({ choice, help: null }));
  }
}

const names: CompletionOption[] = [
  ...fields.map(({ name, help }) => ({ choice: name, help })),
  { choice: "var.", help: "a variable by its name: var.plan=pro" },
];

/** Terms that a plain word may refer to: a label, a message type, a variable. */
function termsOf(word: string, data: FilterData): CompletionOption[] {
  if (word.length < shortestWord) return [];
  const isWanted = finder(word);
  const ofValues = offeredAsTerms.flatMap((field) =>
    [...field.values.map((value) => ({ value, name: value })), ...data.valuesOf(field)]
      .filter(({ name }) => isWanted(name))
      .slice(0, mostTerms)
      .map(({ value, name }) => {
        const term = `${field.name}:${fieldValue(field, value)}`;
        return { choice: term, help: name === value ? field.definition.label : name, term: `${term} ` };
      }),
  );
  const ofVariables = data.variables
    .filter(isWanted)
    .slice(0, mostTerms)
    .map((name) => ({ choice: `var.${quoteName(name)}`, help: "Variable", term: `var.${quoteName(name)}=` }));
  return [...ofValues, ...ofVariables];
}

const offeredAsTerms = fields.filter(({ name }) => name === "label" || name === "has");

/** Names match only by prefix, including after a hyphen: any word might be part of a search. */
function beginsLike(name: string, prefix: string): boolean {
  const wanted = prefix.toLowerCase();
  return name.startsWith(wanted) || name.includes(`-${wanted}`);
}

function begins({ choice }: CompletionOption, { prefix }: Completion): boolean {
  return placeOf(foldText(prefix), foldText(choice), 0) === 0;
}
