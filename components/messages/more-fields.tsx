import type { UnreadField } from "@/lib/messages/unread-fields";
import { FieldTable } from "./field-table";

/** Fields that are not rendered otherwise, collapsed. */
export function MoreFields({ fields }: { fields: readonly UnreadField[] }) {
  if (fields.length === 0) return null;
  return (
    <details data-more-fields="" className="min-w-0 max-w-full text-xs text-muted print:hidden">
      <summary className="w-fit cursor-pointer rounded px-1 hover:text-text">
        More fields ({fields.length.toLocaleString("en")})
      </summary>
      <div className="mt-1 rounded-lg border border-line bg-pane px-2.5 py-1.5">
        <FieldTable fields={fields} />
      </div>
    </details>
  );
}
