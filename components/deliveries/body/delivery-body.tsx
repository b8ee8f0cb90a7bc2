"use client";

import { useMemo, useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import type { DeliveryDetail } from "@/lib/api/schemas/delivery";
import { BodyBytes } from "./body-bytes";
import { BodyText } from "./body-text";
import { PrettyBody } from "./pretty-body";

/** Longer bodies are not pretty-printed. */
const longestPretty = 400_000;

/** The body, pretty-printed or unmodified, with its errors marked; a hex dump if it is not text. */
export function DeliveryBody({ delivery }: { delivery: DeliveryDetail }) {
  const { body, position, reason, quarantinedEvents } = delivery;
  const faults = useMemo(() => {
    const ofEvents = quarantinedEvents.map((event) => ({ byte: event.position, reason: event.reason }));
    const all = ofEvents.length > 0 ? ofEvents : [{ byte: position, reason: reason ?? "" }];
    return all.flatMap(({ byte, reason: why }) => (byte === null ? [] : [{ byte, reason: why }]));
  }, [position, reason, quarantinedEvents]);
  const [isExact, setExact] = useState(false);

  if (body === null) {
    return (
      <EmptyState title="The body has been deleted">
        Bodies of accepted deliveries are deleted after a few days. Each event keeps its own text.
      </EmptyState>
    );
  }
  if (body.encoding === "base64") return <BodyBytes base64={body.text} fault={position} />;
  if (body.text === "") return <EmptyState title="The body is empty" />;
  const canBePretty = body.text.length <= longestPretty && /^\s*[[{]/.test(body.text);
  return (
    <div className="flex min-h-64 flex-1 flex-col">
      <div className="flex min-h-9 shrink-0 items-center gap-1 border-b border-line px-3.5">
        {canBePretty && (
          <fieldset className="flex gap-1">
            <legend className="sr-only">Layout of the body</legend>
            <Choice name="Pretty" isChosen={!isExact} onChoose={() => setExact(false)} />
            <Choice name="Exact bytes" isChosen={isExact} onChoose={() => setExact(true)} />
          </fieldset>
        )}
        <CopyButton text={body.text} label="Copy the body" className="ml-auto" />
      </div>
      {canBePretty && !isExact ? (
        <PrettyBody text={body.text} faults={faults} />
      ) : (
        <BodyText text={body.text} faults={faults} />
      )}
    </div>
  );
}

function Choice({ name, isChosen, onChoose }: { name: string; isChosen: boolean; onChoose: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className="h-6 rounded px-1.5 text-xs text-muted hover:text-text aria-pressed:bg-hover aria-pressed:text-text coarse:h-9"
    >
      {name}
    </button>
  );
}
