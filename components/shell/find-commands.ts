import type { Command } from "@/components/commands/commands";
import { foldForSearch } from "@/lib/search/fold-for-search";

/** The commands that contain every word of the query; those whose title starts with the query come first. */
export function findCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = foldForSearch(typed).split(" ").filter(Boolean);
  if (words.length === 0) return commands;
  const begins = words.join(" ");
  return commands
    .filter((command) => {
      const text = foldForSearch([command.title, command.group, ...(command.keywords ?? [])].join(" "));
      return words.every((word) => text.includes(word));
    })
    .toSorted((one, other) => rank(one, begins) - rank(other, begins));
}

function rank({ title }: Command, begins: string): number {
  const folded = foldForSearch(title);
  if (folded.startsWith(begins)) return 0;
  return folded.includes(` ${begins}`) ? 1 : 2;
}
