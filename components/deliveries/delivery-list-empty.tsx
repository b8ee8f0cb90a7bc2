import { SearchX, ShieldCheck, Webhook } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type DeliveryFilters, writeDeliveryFilters } from "@/lib/delivery-filters/delivery-filters";
import { tabOf } from "./delivery-tabs";

interface DeliveryListEmptyProps {
  filters: DeliveryFilters;
  onClear: () => void;
}

/** Explains why the list is empty, which is mostly good news. */
export function DeliveryListEmpty({ filters, onClear }: DeliveryListEmptyProps) {
  const tab = tabOf(filters);
  if (writeDeliveryFilters({ ...filters, verdict: [], resolution: [] }).size > 0 || tab === null) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="No matching deliveries"
        action={<Button onClick={onClear}>Clear filters</Button>}
      >
        Words are searched in keys and visitors of all deliveries, and, case-sensitive, in the exact text of the latest
        bodies.
      </EmptyState>
    );
  }
  if (tab === "quarantine") {
    return (
      <EmptyState icon={<ShieldCheck />} title={quarantineTitles[filters.resolution.join()] ?? "Nothing in quarantine"}>
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

const quarantineTitles: { [resolution: string]: string } = {
  reprocessed: "No reprocessed deliveries",
  dismissed: "No dismissed deliveries",
};
