import { ShieldCheck, Webhook } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { DeliveriesTab, QuarantineState } from "./deliveries-search";

/** Why there is nothing: mostly good news. */
export function DeliveryListEmpty({ tab, state }: { tab: DeliveriesTab; state: QuarantineState }) {
  if (tab === "quarantine") {
    return (
      <EmptyState icon={<ShieldCheck />} title={quarantineTitles[state]}>
        Deliveries that cannot be read appear here with their exact bytes, the reason and the position of the error.
      </EmptyState>
    );
  }
  if (tab === "tests") {
    return (
      <EmptyState icon={<Webhook />} title="No test call yet">
        The platform makes one each time its webhook settings are saved.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Webhook />}
      title="No deliveries yet"
      action={
        <Button asChild variant="primary">
          <Link href="/setup">Set up the webhook</Link>
        </Button>
      }
    >
      Every delivery with a valid token is listed here.
    </EmptyState>
  );
}

const quarantineTitles: Record<QuarantineState, string> = {
  open: "Nothing in quarantine",
  reprocessed: "No reprocessed deliveries",
  dismissed: "No dismissed deliveries",
};
