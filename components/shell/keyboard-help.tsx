"use client";

import { Keyboard } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { type Command, useCommands, useRegisteredCommands } from "@/components/commands/commands";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { isTyping } from "@/components/ui/keys/is-typing";
import { Kbd } from "@/components/ui/keys/kbd";
import { type ShortcutGroup, shortcutGroups } from "./shortcuts";

/** Opens on `?`. */
export function KeyboardHelp() {
  const [isOpen, setOpen] = useState(false);
  const groups = [...shortcutGroups, goGroup(useRegisteredCommands())];
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
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOpen]);

  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogContent title="Keyboard" className="w-[min(46rem,calc(100vw-2rem))]">
        <div className="gap-x-8 sm:columns-2">
          {groups.map(({ name, shortcuts }) => (
            <section key={name} aria-label={name} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 text-xs text-muted">{name}</h3>
              <ul>
                {shortcuts.map(({ keys, does }) => (
                  <li
                    key={does}
                    className="flex items-center justify-between gap-3 border-b border-line py-1.5 text-sm last:border-0"
                  >
                    {does}
                    <span className="flex gap-1 text-muted">
                      {keys.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}

/** What `g` and a letter reach at present. */
function goGroup(commands: readonly Command[]): ShortcutGroup {
  return {
    name: "Go to",
    shortcuts: commands.flatMap(({ title, goKey }) =>
      goKey === undefined ? [] : [{ keys: ["g", goKey], does: title }],
    ),
  };
}
