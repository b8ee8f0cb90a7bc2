"use client";

import type { LucideIcon } from "lucide-react";
import { useEffect, useId, useSyncExternalStore } from "react";

/** A command of the palette, optionally also run by `g` and a letter. */
export interface Command {
  /** Unique on the page and stable across renders. */
  id: string;
  title: string;
  /** The heading it is listed under. */
  group: CommandGroup;
  icon?: LucideIcon | undefined;
  /** Shown next to the title, for example a count. */
  hint?: string | undefined;
  /** Additional search words. */
  keywords?: readonly string[] | undefined;
  /** Keyboard shortcuts for the same action on this page. */
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

/** Registers commands while the component is mounted. Memoize `commands` (`useMemo`). */
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

/** All registered commands, in the order of their groups. */
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
