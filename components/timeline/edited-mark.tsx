import { PencilLine } from "lucide-react";

/** Marks an event that was edited and is not as the platform sent it. */
export function EditedMark({ by }: { by: string }) {
  return (
    <p
      data-edited-by={by}
      title="The body that brought this event could not be read, and was edited before it was reprocessed."
      className="mt-1 flex items-center justify-center gap-1 text-xs text-warning"
    >
      <PencilLine aria-hidden className="size-3.5 shrink-0" />
      Edited by {by}
    </p>
  );
}
