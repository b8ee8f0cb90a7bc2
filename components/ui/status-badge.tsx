import { Badge } from "./badge";

export function StatusBadge({ status }: { status: "open" | "closed" }) {
  return <Badge tone={status === "open" ? "agent" : "neutral"}>{status === "open" ? "Open" : "Closed"}</Badge>;
}
