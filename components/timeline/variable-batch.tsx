"use client";

import { ChevronRight, type LucideIcon } from "lucide-react";
import { useId, useState } from "react";
import { useActorNames } from "@/components/actors/actor-names";
import { Capped } from "@/components/ui/capped";
import { classNames } from "@/components/ui/class-names";
import { usePrint } from "@/components/ui/hooks/use-print";
import { BreakableName } from "@/components/values/breakable-name";
import { ClampedValue } from "@/components/values/clamped-value";
import type { Event } from "@/lib/events/event";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import { SystemLine } from "./system-line";

/** Variables that a sentence has room for; more are a batch. */
export const mostInSentence = 3;
const mostNamed = 20;

interface VariableBatchProps {
  event: Event;
  variables: readonly VariableAssignment[];
  icon: LucideIcon;
}

/** Many variables that were set at once: one line, which opens into a table. */
export function VariableBatch({ event, variables, icon }: VariableBatchProps) {
  const printing = usePrint();
  const [isChosen, setOpen] = useState(false);
  // Paper cannot be opened.
  const isOpen = isChosen || printing;
  const id = useId();
  const nameOf = useActorNames();
  const names = variables.slice(0, mostNamed).map(({ name }) => name);
  const more = variables.length > mostNamed ? ", …" : "";
  return (
    <SystemLine icon={icon} event={event} below={isOpen && <BatchTable id={id} variables={variables} />} isOneLine>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        className="flex min-w-0 flex-1 items-center gap-1 rounded text-left hover:text-text"
      >
        <span dir="auto" className="truncate">
          {event.actor && <strong>{nameOf(event.actor)}</strong>} {event.actor ? "set" : "Set"}{" "}
          <strong>{variables.length.toLocaleString("en")} variables</strong>
          <span className="text-faint">
            : {names.join(", ")}
            {more}
          </span>
        </span>
        <ChevronRight
          aria-hidden="true"
          className={classNames("size-3 shrink-0 transition-transform", isOpen && "rotate-90")}
        />
      </button>
    </SystemLine>
  );
}

function BatchTable({ id, variables }: { id: string; variables: readonly VariableAssignment[] }) {
  return (
    <div id={id} className="mt-1 w-full max-w-lg rounded-xl border border-line bg-pane px-3.5 py-2">
      <Capped items={variables} noun="variables">
        {(shown) => (
          <table className="w-full table-fixed text-xs">
            <thead className="sr-only">
              <tr>
                <th scope="col">Variable</th>
                <th scope="col">Value</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ item: { name, value, type }, index }) => (
                <tr key={index} className="align-baseline">
                  <th
                    scope="row"
                    className="w-2/5 py-0.5 pr-3 text-left font-mono font-normal text-muted [overflow-wrap:anywhere]"
                  >
                    <BreakableName name={name} />
                  </th>
                  <td className="py-0.5">
                    <ClampedValue value={value} type={type} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Capped>
    </div>
  );
}
