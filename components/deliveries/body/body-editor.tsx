"use client";

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useDeliveryActions } from "@/components/deliveries/use-delivery-actions";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/keys/kbd";
import type { DeliveryDetail } from "@/lib/api/schemas/delivery";
import type { ReprocessResult } from "@/lib/api/schemas/delivery-actions";
import { placeOfByte } from "./body-places";
import { textOfBytes } from "./text-of-bytes";

export interface BodyEditorProps {
  delivery: DeliveryDetail;
  body: NonNullable<DeliveryDetail["body"]>;
  onClose: () => void;
  /** Called when the events are stored, with the new delivery's id. */
  onDone: (deliveryId: string) => void;
}

/** An editor for the body, with the cursor at the error. Saving processes it like a webhook request; the original is kept. */
export function BodyEditor({ delivery, body, onClose, onDone }: BodyEditorProps) {
  const start = useMemo(() => (body.encoding === "utf-8" ? body.text : textOfBytes(body.text)), [body]);
  const [text, setText] = useState(start);
  const [fault, setFault] = useState<ReprocessResult | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { reprocess } = useDeliveryActions();

  useEffect(() => select(field.current, start, delivery.position), [start, delivery.position]);

  function send() {
    reprocess.mutate(
      { path: { id: delivery.id }, body: { body: text } },
      {
        onSuccess: (result) => {
          if (result.deliveryId !== null) return onDone(result.deliveryId);
          setFault(result);
          select(field.current, text, result.position);
        },
      },
    );
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      send();
    }
    if (event.key === "Escape" && text === start) onClose();
  }

  const problem = fault?.reason ?? null;
  return (
    <section aria-label="Edit the body" className="flex min-h-72 flex-1 flex-col">
      <textarea
        ref={field}
        aria-label="Body"
        aria-invalid={problem !== null}
        aria-describedby="body-state"
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setFault(null);
        }}
        onKeyDown={onKeyDown}
        className="min-h-0 w-full flex-1 resize-none bg-pane px-4 py-3 font-mono text-xs leading-5 break-all whitespace-pre-wrap -outline-offset-2"
      />
      <div className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 py-2.5">
        <p
          id="body-state"
          role="status"
          className={`min-w-40 flex-1 text-xs ${problem ? "text-warning" : "text-muted"}`}
        >
          {problem ?? `${readability(text)} The original is kept unchanged and duplicates are skipped.`}
        </p>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="primary" disabled={reprocess.isPending} onClick={send}>
          {reprocess.isPending ? "Reprocessing…" : "Reprocess"}
          <Kbd className="max-md:hidden">⌘↵</Kbd>
        </Button>
      </div>
    </section>
  );
}

function readability(text: string): string {
  try {
    JSON.parse(text);
    return "Valid JSON.";
  } catch {
    return "Not valid JSON yet.";
  }
}

/** Moves the cursor to the character at a byte offset of the text, and scrolls it into view. */
function select(field: HTMLTextAreaElement | null, text: string, byte: number | null): void {
  if (field === null) return;
  field.focus();
  const { index } = placeOfByte(text, byte ?? 0);
  // Focusing a field scrolls to its cursor.
  field.setSelectionRange(index, index);
  field.blur();
  field.focus();
  field.setSelectionRange(index, byte === null ? index : Math.min(index + 1, text.length));
}
