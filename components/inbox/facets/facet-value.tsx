import { Check, Minus } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { shortCount } from "@/components/ui/short-count";

export interface FacetValueProps {
  value: string;
  name: string;
  /** Undefined while loading. */
  count: number | undefined;
  /** False if the count is a lower bound. */
  isExact: boolean;
  isChosen: boolean;
  isExcluded: boolean;
  onChoose: () => void;
  /** Null if the value cannot be excluded. */
  onExclude: (() => void) | null;
}

/** A value with its count: a click includes it; an Alt-click or the minus button excludes it. */
export function FacetValue({
  value,
  name,
  count,
  isExact,
  isChosen,
  isExcluded,
  onChoose,
  onExclude,
}: FacetValueProps) {
  const told = name === "" ? "empty" : name.trim() === "" ? "blank" : name;
  return (
    <li className="group/value relative flex items-center">
      <button
        type="button"
        aria-pressed={onExclude === null ? undefined : isChosen}
        title={value === name ? undefined : value}
        onClick={(event) => (event.altKey && onExclude !== null ? onExclude() : onChoose())}
        className={classNames(
          "flex h-7 min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2 coarse:h-10",
          isChosen && "bg-accent-soft text-accent-chip-text",
          isExcluded && "text-muted line-through",
        )}
      >
        <span aria-hidden="true" className="flex size-3.5 shrink-0 [&_svg]:size-3.5">
          {isChosen && <Check />}
          {isExcluded && <Minus />}
        </span>
        <bdi dir="auto" className="min-w-0 flex-1 truncate">
          {told}
        </bdi>
        <span
          title={count === undefined ? undefined : `${isExact ? "" : "At least "}${count.toLocaleString("en")}`}
          className={classNames(
            "tabular shrink-0 text-xs text-muted",
            onExclude && "group-hover/value:mr-6 coarse:mr-9",
          )}
        >
          {count !== undefined && shortCount(count)}
          {count !== undefined && !isExact && "+"}
        </span>
      </button>
      {onExclude !== null && (
        <button
          type="button"
          aria-label={`Exclude ${told}`}
          aria-pressed={isExcluded}
          onClick={onExclude}
          className="absolute right-1 flex size-5.5 items-center justify-center rounded border border-line bg-pane text-muted opacity-0 group-hover/value:opacity-100 hover:text-text focus-visible:opacity-100 coarse:size-9 coarse:opacity-100 [&_svg]:size-3"
        >
          <Minus aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
