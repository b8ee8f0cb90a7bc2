import { distance } from "@/lib/filter-text/nearest";

/** Variables that look like misspellings of ours, each as a message. */
export function misspelled(names: readonly string[], known: readonly string[]): string[] {
  return names.flatMap((name) => {
    if (known.includes(name)) return [];
    const spellings = [lettersOf(name), lettersOf(name).replace(/^PLAYHEAD/, "")];
    const intended = known.find((other) =>
      spellings.some((spelling) => distance(spelling, lettersOf(other)) <= tolerance(other)),
    );
    return intended === undefined
      ? []
      : [`${name} is not a variable of Playhead and has no effect. Did you mean ${intended}?`];
  });
}

function lettersOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** The maximum edit distance: short names are similar to too many variables of other programs. */
function tolerance(name: string): number {
  return name.length < 9 ? 0 : Math.min(2, Math.floor(name.length / 7));
}
