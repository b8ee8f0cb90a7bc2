"use client";

import { Command as Palette } from "cmdk";
import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { useEffect } from "react";
import { commandGroups, useRegisteredCommands } from "@/components/commands/commands";
import { PaletteGroup, PaletteItem } from "@/components/commands/palette-item";
import { useReturnFocus } from "@/components/ui/hooks/use-return-focus";
import { Kbd } from "@/components/ui/keys/kbd";
import { findCommands } from "./find-commands";
import { PaletteSearch, paletteStatus, usePaletteHits } from "./palette-search";

interface PaletteDialogProps {
  typed: string;
  setTyped: (typed: string) => void;
  close: () => void;
  /** Called when it handles key presses itself. */
  onReady: () => void;
}

/** The palette's dialog; loaded when opened. */
export default function PaletteDialog({ close, onReady, ...typing }: PaletteDialogProps) {
  useEffect(onReady, [onReady]);
  const returnFocus = useReturnFocus();
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusAfterText}
          onCloseAutoFocus={returnFocus}
          className="fixed top-[12dvh] left-1/2 z-50 w-[min(36rem,calc(100vw-1.5rem))] -translate-x-1/2 animate-appear overflow-hidden rounded-xl border border-line-strong bg-pane outline-none"
        >
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <PaletteBody close={close} {...typing} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Radix would select the text typed before the dialog opened, and the next character would replace it. */
function focusAfterText(event: Event) {
  event.preventDefault();
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const input = event.currentTarget.querySelector("input");
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}

function PaletteBody({ typed, setTyped, close }: Omit<PaletteDialogProps, "onReady">) {
  const found = findCommands(useRegisteredCommands(), typed);
  const hits = usePaletteHits(typed.trim());

  function run(act: () => void) {
    close();
    // After the dialog has restored the focus, so that what opens next keeps its own.
    setTimeout(act);
  }

  return (
    <Palette shouldFilter={false} label="Search and commands" loop>
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <Palette.Input
          value={typed}
          onValueChange={setTyped}
          placeholder="Search pages, conversations and commands…"
          className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none"
        />
        <Kbd className="text-muted coarse:hidden">Esc</Kbd>
      </div>
      <Palette.List label="Results" className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain p-1.5">
        {commandGroups.map((group) => (
          <PaletteGroup key={group} heading={group}>
            {found
              .filter((command) => command.group === group)
              .map(({ id, title, hint, icon: Icon, keys, goKey, run: act }) => (
                <PaletteItem key={id} value={id} onSelect={() => run(act)} icon={Icon && <Icon />}>
                  <span dir="auto" className="min-w-0 flex-1 truncate">
                    {title}
                  </span>
                  {hint !== undefined && <span className="tabular text-xs text-muted">{hint}</span>}
                  {(keys ?? (goKey === undefined ? [] : ["g", goKey])).map((key) => (
                    <Kbd key={key} className="text-muted coarse:hidden">
                      {key}
                    </Kbd>
                  ))}
                </PaletteItem>
              ))}
          </PaletteGroup>
        ))}
        <PaletteSearch typed={typed.trim()} searchText={hits.searchText} conversations={hits.conversations} run={run} />
      </Palette.List>
      {/* A listbox may contain only options. */}
      <p role="status" className="px-4 pb-2.5 text-xs text-muted empty:hidden">
        {paletteStatus(typed.trim(), hits)}
      </p>
    </Palette>
  );
}
