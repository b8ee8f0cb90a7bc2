"use client";

import { useEffect, useState } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { shortcutGroups } from "./shortcuts";

/** Opens on `?`. */
export function KeyboardHelp() {
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "?" || event.defaultPrevented || event.metaKey || event.ctrlKey) return;
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]"))
        return;
      event.preventDefault();
      setOpen((wasOpen) => !wasOpen);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogContent title="Keyboard" className="w-[min(26rem,calc(100vw-2rem))]">
        <div className="flex flex-col gap-5">
          {shortcutGroups.map(({ name, shortcuts }) => (
            <section key={name} aria-label={name}>
              <h3 className="mb-1 text-xs text-muted">{name}</h3>
              <ul>
                {shortcuts.map(({ keys, does }) => (
                  <li
                    key={does}
                    className="flex items-center justify-between border-b border-line py-1.5 text-sm last:border-0"
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
