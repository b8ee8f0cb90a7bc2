import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export interface SegmentedChoiceProps<Value extends string> {
  name: string;
  value: Value;
  options: readonly { value: Value; name: string; icon?: ReactNode }[];
  onChoose: (value: Value) => void;
  /** Show the name above; otherwise only screen readers receive it. */
  showsName?: boolean | undefined;
  className?: string | undefined;
}

/** A radio group, displayed side by side. */
export function SegmentedChoice<Value extends string>({
  name,
  value,
  options,
  onChoose,
  showsName = false,
  className,
}: SegmentedChoiceProps<Value>) {
  return (
    <fieldset className={className}>
      <legend className={showsName ? "mb-1.5 text-xs text-muted" : "sr-only"}>{name}</legend>
      <div className="flex gap-1 rounded-lg bg-hover p-1">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            aria-pressed={option.value === value}
            onClick={() => onChoose(option.value)}
            className={classNames(
              "flex h-7 flex-1 items-center justify-center gap-1.5 rounded-md px-2 text-xs whitespace-nowrap coarse:h-10 [&_svg]:size-3.5",
              option.value === value ? "bg-pane font-medium text-text" : "text-muted hover:text-text",
            )}
          >
            {option.icon} {option.name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
