import { CloudOff } from "lucide-react";

/** A notice that the rows are outdated because refreshing failed. */
export function ListStale({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <p
      role="status"
      className="flex shrink-0 items-center gap-2 border-b border-line bg-warning-soft px-3.5 py-1.5 text-xs text-warning"
    >
      <CloudOff aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="min-w-0 flex-1">{message} The list is as it was before.</span>
      <button type="button" onClick={onRetry} className="shrink-0 font-medium underline">
        Try again
      </button>
    </p>
  );
}
