"use client";

import { ListFilter } from "lucide-react";
import { useId, useState } from "react";
import { useOpenCommand } from "@/components/commands/use-open-command";
import { entryVoices, toggled } from "@/components/timeline/entry-filter";
import type { Voice } from "@/components/ui/actor-voice";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/keys/kbd";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { eventCategories } from "@/lib/event-types/category-of";
import type { EntryFiltering } from "./use-entry-filter";
import { useKey } from "./use-key";

/** Filters the timeline's entries by kind and by actor. */
export function EntryFilterMenu({ filtering }: { filtering: EntryFiltering }) {
  const [open, setOpen] = useState(false);
  useKey("f", () => setOpen(!open));
  useOpenCommand("Filter the timeline", "f", ListFilter, () => setOpen(true));
  const { filter, counts, choose, showAll } = filtering;
  const isFiltered = filter.kinds !== null || filter.voices !== null;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <IconButton label="Filter the timeline" shortcut={<Kbd>f</Kbd>} side="bottom" aria-pressed={isFiltered}>
          <ListFilter />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent aria-label="Filter the timeline" className="w-64">
        <Choices
          title="Entries"
          all={kinds}
          names={kindNames}
          chosen={filter.kinds}
          counts={counts.kinds}
          onChoose={(kinds) => choose({ kinds })}
        />
        <Choices
          title="By"
          all={entryVoices}
          names={voiceNames}
          chosen={filter.voices}
          counts={counts.voices}
          onChoose={(voices) => choose({ voices })}
        />
        <div className="mt-3 flex items-center justify-between gap-2 border-t border-line pt-2.5">
          <p className="tabular text-xs text-muted">{counts.hidden.toLocaleString("en")} hidden</p>
          <Button size="small" variant="quiet" disabled={!isFiltered} onClick={showAll}>
            Show all
          </Button>
        </div>
      </PopoverContent>
    </Popover>
  );
}

interface ChoicesProps<Item extends string> {
  title: string;
  all: readonly Item[];
  names: Record<Item, string>;
  chosen: readonly Item[] | null;
  counts: Record<Item, number>;
  onChoose: (items: Item[] | null) => void;
}

function Choices<Item extends string>({ title, all, names, chosen, counts, onChoose }: ChoicesProps<Item>) {
  const id = useId();
  return (
    <fieldset className="mt-3 first:mt-0">
      <legend className="mb-1 text-xs text-muted">{title}</legend>
      {all.map((item) => {
        const isChosen = chosen === null || chosen.includes(item);
        return (
          <div key={item} className="group/choice flex items-center gap-2 rounded-md px-1 hover:bg-hover">
            <input
              id={`${id}-${item}`}
              type="checkbox"
              checked={isChosen}
              onChange={() => onChoose(toggled(chosen, item, all))}
              className="size-3.5 accent-text"
            />
            <label htmlFor={`${id}-${item}`} className="flex-1 cursor-pointer py-1 text-sm coarse:py-2">
              {names[item]}
            </label>
            <button
              type="button"
              aria-label={`Only ${names[item].toLowerCase()}`}
              onClick={() => onChoose([item])}
              className="rounded px-1 text-2xs text-muted underline-offset-2 opacity-0 group-hover/choice:opacity-100 hover:underline focus-visible:opacity-100 coarse:opacity-100"
            >
              only
            </button>
            <span className="tabular w-10 text-right text-xs text-muted">{counts[item].toLocaleString("en")}</span>
          </div>
        );
      })}
    </fieldset>
  );
}

const kinds = eventCategories.map(({ id }) => id);
const kindNames = Object.fromEntries(eventCategories.map(({ id, label }) => [id, label]));

const voiceNames: Record<Voice, string> = {
  visitor: "The visitor",
  bot: "The bot",
  agent: "Agents",
  system: "The system",
};
