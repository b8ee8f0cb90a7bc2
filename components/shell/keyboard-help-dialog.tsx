"use client";

import { type Command, useRegisteredCommands } from "@/components/commands/commands";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/keys/kbd";
import { type ShortcutGroup, shortcutGroups } from "./shortcuts";

/** Lists all keyboard shortcuts; loaded on demand. */
export default function KeyboardHelpDialog({ close }: { close: () => void }) {
  const groups = [...shortcutGroups, goGroup(useRegisteredCommands())];
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && close()}>
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

/** The commands currently reachable with `g` and a letter. */
function goGroup(commands: readonly Command[]): ShortcutGroup {
  return {
    name: "Go to",
    shortcuts: commands.flatMap(({ title, goKey }) =>
      goKey === undefined ? [] : [{ keys: ["g", goKey], does: title }],
    ),
  };
}
