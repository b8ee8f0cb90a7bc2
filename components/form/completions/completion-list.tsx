import { classNames } from "@/components/ui/class-names";
import type { Completions } from "./use-completion-menu";

/** The completions, below the search box. */
export function CompletionList({ isOpen, options, active, listId, optionId, choose }: Completions) {
  return (
    <div
      id={listId}
      role="listbox"
      aria-label="Suggestions"
      tabIndex={-1}
      hidden={!isOpen}
      className="absolute top-full left-0 z-30 mt-1 max-h-80 w-max min-w-full max-w-[min(36rem,calc(100vw-2rem))] animate-appear overflow-y-auto rounded-xl border border-line-strong bg-pane p-1"
    >
      {options.map((option, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text field takes the keys
        <div
          key={option.choice}
          id={optionId(place)}
          role="option"
          tabIndex={-1}
          aria-selected={place === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
          className={classNames(
            "flex cursor-pointer items-baseline gap-3 rounded-lg px-2.5 py-1.5 text-sm coarse:py-2.5",
            place === active ? "bg-hover" : "hover:bg-hover",
          )}
        >
          <bdi dir="auto" className="min-w-0 shrink-0 truncate font-medium max-sm:max-w-2/3">
            {option.choice === "" ? "empty" : option.choice}
          </bdi>
          {option.help && (
            <span dir="auto" className="min-w-0 truncate text-xs text-muted">
              {option.help}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
