import { ArrowUp } from "lucide-react";

/** A button that shows how many conversations changed while the order was held, and releases it. */
export function UpdatedPill({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      {count > 0 && (
        <button
          type="button"
          onClick={onShow}
          className="tabular pointer-events-auto flex h-7 animate-appear items-center gap-1.5 rounded-full bg-text px-3 text-xs font-medium text-background coarse:h-9"
        >
          <ArrowUp aria-hidden="true" className="size-3.5" /> {count} updated
        </button>
      )}
    </div>
  );
}
