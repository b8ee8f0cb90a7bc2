"use client";

import { Keyboard } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { type Command, useCommands } from "@/components/commands/commands";
import { takeEarlyKeys } from "@/components/ui/keys/early-keys";
import { isTyping } from "@/components/ui/keys/is-typing";
import { replayKeys } from "@/components/ui/keys/replay-keys";

const KeyboardHelpDialog = lazy(() => import("./keyboard-help-dialog"));

/** Opens on `?`. */
export function KeyboardHelp() {
  const [isOpen, setOpen] = useState(false);
  useCommands(
    useMemo<Command[]>(
      () => [
        {
          id: "keyboard-help",
          title: "Keyboard shortcuts",
          group: "Actions",
          icon: Keyboard,
          keys: ["?"],
          keywords: ["help", "keys"],
          run: () => setOpen(true),
        },
      ],
      [],
    ),
  );

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "?" || event.defaultPrevented || event.metaKey || event.ctrlKey) return;
      if (!isOpen && isTyping(event.target)) return;
      event.preventDefault();
      setOpen(!isOpen);
    }
    replayKeys(
      takeEarlyKeys((event) => event.key === "?" && !isTyping(event.target)),
      onKeyDown,
    );
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOpen]);

  return (
    isOpen && (
      <Suspense>
        <KeyboardHelpDialog close={() => setOpen(false)} />
      </Suspense>
    )
  );
}
