import { classNames } from "@/components/ui/class-names";
import { stepOutcomes } from "@/lib/filters/kinds/condition";
import { outcomeNames } from "./flow-words";
import { outcomeFill } from "./outcome-fill";

/** What the colors and patterns of the bars mean. */
export function FlowLegend() {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {stepOutcomes.map((outcome) => (
        <li key={outcome} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="14" height="8">
            <rect
              width="14"
              height="8"
              rx="2"
              fill={outcomeFill[outcome].fill}
              className={classNames(outcomeFill[outcome].className)}
            />
          </svg>
          {outcomeNames[outcome]}
        </li>
      ))}
    </ul>
  );
}
