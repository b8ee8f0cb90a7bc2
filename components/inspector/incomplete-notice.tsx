interface IncompleteNoticeProps {
  complete: boolean;
  onRetry: () => void;
}

/** A notice about missing events, after a later request failed; the loaded part stays usable. */
export function IncompleteNotice({ complete, onRetry }: IncompleteNoticeProps) {
  return (
    <div
      role="alert"
      className="flex shrink-0 items-center gap-2 border-b border-line bg-warning-soft px-4 py-1.5 text-sm text-warning"
    >
      {complete ? "New events could not be loaded." : "The earlier events could not be loaded."}
      <button type="button" onClick={onRetry} className="ml-auto rounded underline underline-offset-2">
        Try again
      </button>
    </div>
  );
}
