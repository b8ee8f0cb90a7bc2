"use client";

import type { LucideIcon } from "lucide-react";
import { useMemo, useRef } from "react";
import { type Command, useCommands } from "./commands";

/** Registers a palette command that opens part of the conversation and has a shortcut. */
export function useOpenCommand(title: string, key: string, icon: LucideIcon, open: () => void): void {
  const latest = useRef(open);
  latest.current = open;
  const commands = useMemo<Command[]>(
    () => [{ id: title, title, group: "This conversation", icon, keys: [key], run: () => latest.current() }],
    [title, key, icon],
  );
  useCommands(commands);
}
