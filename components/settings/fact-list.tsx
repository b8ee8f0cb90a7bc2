import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

interface FactListProps {
  facts: readonly (readonly [name: string, fact: ReactNode])[];
  className?: string;
}

/** Names and values in two columns. */
export function FactList({ facts, className }: FactListProps) {
  return (
    <dl className={classNames("grid max-w-xl grid-cols-[auto_1fr] gap-x-8 gap-y-2 text-sm", className)}>
      {facts.map(([name, fact]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="[overflow-wrap:anywhere]">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
