import { CircleCheck, CircleDashed, CircleSlash, PlugZap, TriangleAlert } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import type { Delivery } from "@/lib/api/schemas/delivery";

export interface VerdictIconProps {
  delivery: Pick<Delivery, "verdict" | "resolution" | "accepted">;
  className?: string | undefined;
}

/** A delivery's result as an icon, for use next to its text. */
export function VerdictIcon({ delivery: { verdict, resolution, accepted }, className }: VerdictIconProps) {
  const size = classNames("size-3.5", className);
  if (verdict === "test")
    return <PlugZap role="img" aria-label="Test call" className={classNames(size, "text-muted")} />;
  if (resolution === "dismissed")
    return <CircleSlash role="img" aria-label="Dismissed" className={classNames(size, "text-muted")} />;
  if (resolution === "reprocessed") {
    return <CircleCheck role="img" aria-label="Reprocessed" className={classNames(size, "text-muted")} />;
  }
  if (verdict === "quarantined" || verdict === "partial") {
    return <TriangleAlert role="img" aria-label="Quarantined" className={classNames(size, "text-warning")} />;
  }
  if (accepted === 0)
    return <CircleDashed role="img" aria-label="Duplicates only" className={classNames(size, "text-muted")} />;
  return <CircleCheck role="img" aria-label="Accepted" className={classNames(size, "text-agent")} />;
}
