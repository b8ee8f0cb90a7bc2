import { TriangleAlert, X } from "lucide-react";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";

/** Lists URL parameters that the list ignores: a link written elsewhere may contain invalid ones. */
export function IgnoredParameters({ ignored, change }: Pick<InboxFilters, "ignored" | "change">) {
  if (ignored.length === 0) return null;
  return (
    <section
      aria-label="Ignored parts of the link"
      className="flex shrink-0 items-start gap-1.5 border-b border-line bg-warning-soft py-1.5 pr-1.5 pl-3.5 text-xs text-warning"
    >
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      <div className="max-h-24 min-w-0 flex-1 overflow-y-auto [overflow-wrap:anywhere]">
        <p>Parts of this link were ignored:</p>
        <ul>
          {ignored.map(({ written, message }) => (
            <li key={written}>
              <code className="mr-1 font-mono font-semibold">{written}</code>
              {message}
            </li>
          ))}
        </ul>
      </div>
      <button
        type="button"
        aria-label="Remove from the link"
        onClick={() => change({}, { replace: true })}
        className="flex size-6 shrink-0 items-center justify-center rounded hover:text-text coarse:size-9"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </section>
  );
}
