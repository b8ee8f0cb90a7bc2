import type { Completion } from "@/lib/filter-text/completions-at";
import { type Field, fields } from "@/lib/filter-text/fields";
import { foldText } from "@/lib/search/fold-for-search";
import { finder, placeOf } from "@/lib/search/is-found";

export interface CompletionOption {
  /** What is written when it is chosen. */
  choice: string;
  /** What it is called, where that says more. */
  help: string | null;
}

/** What the data offers. */
export interface FilterData {
  valuesOf: (field: Field) => readonly { value: string; name: string }[];
  variables: readonly string[];
  valuesOfVariable: (name: string) => readonly string[];
}

const most = 8;

/** What could stand where the text cursor is: what begins with the letters written so far, then what holds them. */
export function completionOptions(completion: Completion, data: FilterData): CompletionOption[] {
  const isWanted = finder(completion.prefix);
  const found = candidates(completion, data).filter(
    ({ choice, help }) => isWanted(choice) || (completion.kind !== "name" && help !== null && isWanted(help)),
  );
  const ranked = [
    ...found.filter((one) => begins(one, completion)),
    ...found.filter((one) => !begins(one, completion)),
  ].slice(0, most);
  // What is already there needs no offer.
  return ranked.length === 1 && ranked[0]?.choice === completion.prefix ? [] : ranked;
}

function candidates(completion: Completion, data: FilterData): CompletionOption[] {
  switch (completion.kind) {
    case "name":
      return [
        ...fields.map(({ name, help }) => ({ choice: name, help })),
        { choice: "var.", help: "a variable by its name: var.plan=pro" },
      ].filter(({ choice }) => beginsLike(choice, completion.prefix));
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

/** Of names only those that begin so are meant, also behind a hyphen: any word might be part of a search. */
function beginsLike(name: string, prefix: string): boolean {
  const wanted = prefix.toLowerCase();
  return name.startsWith(wanted) || name.includes(`-${wanted}`);
}

function begins({ choice }: CompletionOption, { prefix }: Completion): boolean {
  return placeOf(foldText(prefix), foldText(choice), 0) === 0;
}
