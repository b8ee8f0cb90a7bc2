import { type KnownValue, mostValues } from "./known-values";

const separator = "\u0000";
/** As many characters of a value as are compared. */
const mostLength = 2000;

/** The distinct personal values of a conversation, in the form in which they are stored. */
export class PersonalValues {
  readonly #values = new Map<string, KnownValue>();

  /** @param json as written by `toString` */
  constructor(json = "[]") {
    const pairs: [KnownValue["kind"], string][] = JSON.parse(json);
    this.add(pairs.map(([kind, text]) => ({ kind, text })));
  }

  get list(): KnownValue[] {
    return [...this.#values.values()];
  }

  /** @returns the values that are new; beyond the number that is looked for, none */
  add(values: readonly KnownValue[]): KnownValue[] {
    const added: KnownValue[] = [];
    for (const { kind, text } of values) {
      if (this.#values.size > mostValues) break;
      const value = { kind, text: text.slice(0, mostLength) };
      const key = value.kind + separator + value.text;
      if (value.text === "" || this.#values.has(key)) continue;
      this.#values.set(key, value);
      added.push(value);
    }
    return added;
  }

  toString(): string {
    return JSON.stringify(this.list.map(({ kind, text }) => [kind, text]));
  }
}
