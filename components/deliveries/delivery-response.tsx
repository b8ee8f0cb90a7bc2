import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import type { DeliveryDetail } from "@/lib/api/schemas/delivery";

/** The webhook waits about this long for a delivery to be stored, in milliseconds. */
const longestMs = 2500;

/** The webhook's response. */
export function DeliveryResponse({ delivery: { response, durationMs } }: { delivery: DeliveryDetail }) {
  if (response === null) {
    return (
      <EmptyState title="No response">
        This delivery did not come through the webhook: it was imported, reprocessed, or made of sample events.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-sm">
        Status <span className="tabular font-mono font-medium">{response.status}</span>
      </p>
      <CodeBlock code={response.body} label="response" wrap />
      {durationMs > longestMs && (
        <p className="text-xs text-warning">
          Storing took longer than the webhook waits. The sender may have received 503 instead.
        </p>
      )}
    </div>
  );
}
