"use client";

import type { LucideIcon } from "lucide-react";
import { useEffect, useId, useSyncExternalStore } from "react";

/** Something that the command palette offers, and that `g` with a letter may reach. */
export interface Command {
  /** Unique on the page, and the same at each drawing. */
  id: string;
  title: string;
  /** The heading it stands under. */
  group: CommandGroup;
  icon?: LucideIcon | undefined;
  /** Said beside the title: a count, say. */
  hint?: string | undefined;
  /** Other words that find it. */
  keywords?: readonly string[] | undefined;
  /** Keys that do the same on this page. */
  keys?: readonly string[] | undefined;
  /** The letter that runs it after `g`. */
  goKey?: string | undefined;
  run: () => void;
}

/** In the palette's order. */
export const commandGroups = ["This conversation", "This list", "Views", "Pages", "Actions"] as const;

type CommandGroup = (typeof commandGroups)[number];

const registered = new Map<string, readonly Command[]>();
const listeners = new Set<() => void>();
const none: readonly Command[] = [];
let all = none;

/** Offers commands for as long as the component is there. Keep `commands` the same (`useMemo`) while nothing changes. */
export function useCommands(commands: readonly Command[]): void {
  const owner = useId();
  useEffect(() => {
    registered.set(owner, commands);
    tell();
    return () => {
      registered.delete(owner);
      tell();
    };
  }, [owner, commands]);
}

/** Every command offered at present, in the groups' order. */
export function useRegisteredCommands(): readonly Command[] {
  return useSyncExternalStore(
    subscribe,
    () => all,
    () => none,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  all = [...registered.values()]
    .flat()
    .sort((one, other) => commandGroups.indexOf(one.group) - commandGroups.indexOf(other.group));
  for (const listener of listeners) listener();
}
