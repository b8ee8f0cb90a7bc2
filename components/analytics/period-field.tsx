"use client";

import { CalendarRange } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { AnalyticsSearch } from "./analytics-search";
import { dayAfter, isDay, periodName, presets } from "./period-names";

interface PeriodFieldProps {
  search: AnalyticsSearch;
  change: (part: Partial<AnalyticsSearch>) => void;
}

/** The period: one of the usual ones, or whole days. */
export function PeriodField({ search, change }: PeriodFieldProps) {
  const [isOpen, setOpen] = useState(false);
  // The size of the chart's intervals suited the former period.
  const { interval: _, ...own } = search.own;
  const choose = (period: Pick<AnalyticsSearch, "from" | "to">) => {
    change({ ...period, own });
    setOpen(false);
  };
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button aria-label={`Period: ${periodName(search)}`} className="font-normal">
          <CalendarRange aria-hidden="true" /> {periodName(search)}
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="Period" className="w-72">
        <ul className="-mx-1.5">
          {presets.map(({ from, name }) => (
            <li key={from}>
              <button
                type="button"
                aria-pressed={search.from === from && search.to === "now"}
                onClick={() => choose({ from, to: "now" })}
                className="flex w-full rounded-lg px-2 py-1.5 text-sm hover:bg-hover aria-pressed:font-medium coarse:py-2.5"
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
        <Days search={search} onChoose={choose} />
      </PopoverContent>
    </Popover>
  );
}

interface DaysProps {
  search: AnalyticsSearch;
  onChoose: (period: Pick<AnalyticsSearch, "from" | "to">) => void;
}

/** From one day to another, both included. */
function Days({ search, onChoose }: DaysProps) {
  const isOfDays = isDay(search.from) && isDay(search.to);
  const [first, setFirst] = useState(isOfDays ? search.from : "");
  const [last, setLast] = useState(isOfDays ? dayAfter(search.to, -1) : "");
  const isComplete = first !== "" && last !== "" && first <= last;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isComplete) onChoose({ from: first, to: dayAfter(last, 1) });
  }
  return (
    <form onSubmit={submit} className="mt-2 grid grid-cols-2 gap-2 border-t border-line pt-2.5">
      <Day name="From" day={first} onChange={setFirst} />
      <Day name="To" day={last} onChange={setLast} />
      <Button type="submit" size="small" disabled={!isComplete} className="col-span-2 h-8">
        Show these days
      </Button>
    </form>
  );
}

function Day({ name, day, onChange }: { name: string; day: string; onChange: (day: string) => void }) {
  const id = useId();
  return (
    <label htmlFor={id} className="text-xs text-muted">
      {name}
      <Input
        compact
        id={id}
        type="date"
        value={day}
        onChange={({ target }) => onChange(target.value)}
        className="mt-1"
      />
    </label>
  );
}
