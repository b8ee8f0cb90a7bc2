"use client";

import type { KeyboardEvent } from "react";
import { type ActivityPeriod, activityPeriods } from "@/lib/api/activity-periods";
import type { DeliveryActivity } from "@/lib/api/schemas/delivery-activity";
import type { DeliveryFilters } from "@/lib/delivery-filters/delivery-filters";
import { ActivityBars, totalOf } from "./activity-bars";
import { SinceLastEvent } from "./since-last-event";
import { type StepRange, useRangeBrush } from "./use-range-brush";

interface ActivityChartProps {
  activity: DeliveryActivity;
  filters: Pick<DeliveryFilters, "from" | "to">;
  onRange: (times: Pick<DeliveryFilters, "from" | "to">) => void;
  period: ActivityPeriod;
  onPeriod: (period: ActivityPeriod) => void;
}

/** The last day or week: one bar per step, with its faulty part in the warning color. Selecting a range filters the list. */
export function ActivityChart({ activity, filters, onRange, period, onPeriod }: ActivityChartProps) {
  const { steps, stepSeconds } = activity;
  const stepMs = stepSeconds * 1000;
  const range = rangeOf(activity, filters);
  const startOf = (step: number) => Date.parse(steps[step]?.at ?? activity.now);
  const { shown, move, pointer } = useRangeBrush({
    count: steps.length,
    range,
    onChange: (next) =>
      onRange({
        from: next === null ? null : iso(startOf(next.first)),
        to: next === null || next.last === steps.length - 1 ? null : iso(startOf(next.last) + stepMs - 1),
      }),
  });
  const edges = shown ?? { first: 0, last: steps.length - 1 };
  const percent = (step: number) => `${(step / steps.length) * 100}%`;

  return (
    <div className="shrink-0 px-3.5 pt-2 pb-1">
      <div {...pointer} data-activity-chart className="relative cursor-crosshair touch-pan-y select-none">
        <ActivityBars steps={steps} />
        {shown !== null && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 rounded-sm border border-accent bg-accent/10"
            style={{ left: percent(shown.first), right: percent(steps.length - 1 - shown.last) }}
          />
        )}
        <Edge
          name="Start of the time range"
          step={edges.first}
          count={steps.length}
          text={timeText(startOf(edges.first))}
          left={percent(edges.first)}
          onKeyDown={(event) => move("first", event)}
        />
        <Edge
          name="End of the time range"
          step={edges.last}
          count={steps.length}
          text={timeText(startOf(edges.last) + stepMs)}
          left={percent(edges.last + 1)}
          onKeyDown={(event) => move("last", event)}
        />
      </div>
      <div
        className="tabular mt-1 flex min-h-6 items-center justify-between gap-2 text-2xs text-muted"
        suppressHydrationWarning
      >
        {shown === null ? (
          <span>{totalOf(steps).toLocaleString("en")} deliveries</span>
        ) : (
          <span className="text-text" suppressHydrationWarning>
            {timeText(startOf(shown.first))} – {timeText(startOf(shown.last) + stepMs)}
          </span>
        )}
        {filters.from !== null || filters.to !== null ? (
          <button
            type="button"
            onClick={() => onRange({ from: null, to: null })}
            className="h-6 rounded px-1.5 text-xs text-text underline underline-offset-2"
          >
            Clear time range
          </button>
        ) : (
          <SinceLastEvent activity={activity} />
        )}
        <Period period={period} onPeriod={onPeriod} />
      </div>
    </div>
  );
}

function Period({ period, onPeriod }: Pick<ActivityChartProps, "period" | "onPeriod">) {
  return (
    <fieldset className="flex">
      <legend className="sr-only">Chart period</legend>
      {activityPeriods.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === period}
          onClick={() => onPeriod(one)}
          className="h-6 rounded px-1.5 text-xs text-muted hover:text-text aria-pressed:bg-hover aria-pressed:text-text coarse:h-8"
        >
          {one}
        </button>
      ))}
    </fieldset>
  );
}

interface EdgeProps {
  name: string;
  step: number;
  count: number;
  text: string;
  left: string;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A handle at one end of the range, for the keyboard; pointers drag over the chart. */
function Edge({ name, step, count, text, left, onKeyDown }: EdgeProps) {
  return (
    <span
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={count - 1}
      aria-valuenow={step}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
      style={{ left }}
      suppressHydrationWarning
      className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 rounded-full focus-visible:bg-accent"
    />
  );
}

/** The steps that the filters' time range covers, clipped to the chart; null without a time range. */
function rangeOf(
  { steps, stepSeconds }: DeliveryActivity,
  { from, to }: ActivityChartProps["filters"],
): StepRange | null {
  if (from === null && to === null) return null;
  const start = Date.parse(steps[0]?.at ?? "");
  const stepOf = (time: string) => Math.floor((Date.parse(time) - start) / (stepSeconds * 1000));
  const within = (step: number) => Math.min(steps.length - 1, Math.max(0, step));
  return {
    first: from === null ? 0 : within(stepOf(from)),
    last: to === null ? steps.length - 1 : within(stepOf(to)),
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function timeText(ms: number): string {
  const options = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-GB", options).format(ms);
}
