"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useRegisteredCommands } from "@/components/commands/commands";
import { classNames } from "@/components/ui/class-names";
import { collectCharacters, takeEarlyText } from "@/components/ui/keys/early-keys";
import { Kbd } from "@/components/ui/keys/kbd";
import { Tooltip } from "@/components/ui/tooltip";
import { railItem, railWord, restingRailItem } from "./rail-item";
import { useGoKeys } from "./use-go-keys";
import { useShellCommands } from "./use-shell-commands";

const PaletteDialog = lazy(() => import("./palette-dialog"));

/** Opens on `⌘K` or `Ctrl+K` from anywhere, including inputs. Text typed while it is loading is kept. */
export function CommandPalette() {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const commands = useRegisteredCommands();
  useShellCommands();
  useGoKeys(commands);

  /** Stops collecting typed text when the dialog is focused. */
  const stopCollecting = useRef<(() => void) | null>(null);
  const onReady = useCallback(() => {
    stopCollecting.current?.();
    stopCollecting.current = null;
  }, []);
  const open = useCallback((text = "") => {
    setTyped(text);
    setOpen(true);
    stopCollecting.current ??= collectCharacters((character) => setTyped((before) => before + character));
  }, []);
  const close = useCallback(() => {
    setOpen(false);
    onReady();
  }, [onReady]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!asksForPalette(event)) return;
      event.preventDefault();
      if (isOpen) close();
      else open();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOpen, open, close]);

  useEffect(() => {
    const early = takeEarlyText(asksForPalette);
    if (early !== null) open(early);
  }, [open]);

  useEffect(() => onReady, [onReady]);

  return (
    <>
      <Tooltip
        side="right"
        label={
          <span className="flex items-center gap-1.5">
            Search and commands <Kbd>⌘K</Kbd>
          </span>
        }
      >
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => open()}
          className={classNames(railItem, restingRailItem)}
        >
          <Search aria-hidden="true" strokeWidth={1.75} />
          <span className="sr-only">Search and commands</span>
          <span aria-hidden="true" className={railWord}>
            Search
          </span>
        </button>
      </Tooltip>
      {isOpen && (
        <Suspense>
          <PaletteDialog typed={typed} setTyped={setTyped} close={close} onReady={onReady} />
        </Suspense>
      )}
    </>
  );
}

function asksForPalette({ key, metaKey, ctrlKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "k" && (metaKey || ctrlKey) && !shiftKey && !altKey;
}
