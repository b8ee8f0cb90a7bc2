import { classNames } from "@/components/ui/class-names";
import { type MetricId, metricOf } from "@/lib/analytics/metrics";
import type { Cell } from "@/lib/api/schemas/analytics";
import { basisText, changeOf, intervalText, valueText } from "./cell-text";
import { changeColor } from "./change-words";
import { DefinitionLink } from "./definition-link";

interface MetricCardProps {
  id: MetricId;
  cell: Cell;
  /** The same metric in the period before. */
  before: Cell | undefined;
}

/** A metric: its value with what it is based on, and the change since the period before. */
export function MetricCard({ id, cell, before }: MetricCardProps) {
  const { title, unit, definition } = metricOf(id);
  const { value, interval, pending, neverAnswered = 0, reason } = cell;
  const change = changeOf(id, cell, before);
  const details = [
    basisText(unit, cell) + (interval === undefined ? "" : ` (${intervalText(interval)})`),
    neverAnswered > 0 ? `${neverAnswered.toLocaleString("en")} never answered` : null,
    pending > 0 ? `${pending.toLocaleString("en")} pending` : null,
  ].filter((text) => text !== null && text !== "");
  return (
    <li data-metric={id} className="-mr-px -mb-px min-w-0 border-r border-b border-line px-4 py-3">
      <DefinitionLink definition={definition} href={value === null ? null : `/?${cell.conversations}`}>
        <span className="block text-xs text-muted">{title}</span>
        <span
          data-value
          className={classNames("tabular block text-xl font-semibold", value === null && "font-normal text-faint")}
        >
          {value === null ? "–" : valueText(unit, value)}
        </span>
      </DefinitionLink>
      <p className="hidden text-2xs text-muted coarse:block">{definition}</p>
      {value === null ? (
        <p className="text-2xs text-pretty text-muted">{reason}</p>
      ) : (
        <p className="tabular text-2xs text-pretty text-muted">{details.join(" · ")}</p>
      )}
      {change !== null && (
        <p className={classNames("tabular text-2xs", changeColor(change.isBetter))}>
          {change.text}
          {change.isBetter !== null && (change.isBetter ? ", better" : ", worse")}
        </p>
      )}
    </li>
  );
}
