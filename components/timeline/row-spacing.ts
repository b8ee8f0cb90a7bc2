import type { Density } from "./density";
import type { Row } from "./row";

/**
 * Estimated height of a row before it is measured, in pixels. Depends only on constant properties of an event: changing thousands
 * of estimates after the log has been read would move the scroll position.
 */
export function estimatedHeight(row: Row | undefined, density: Density): number {
  return comfortableHeight(row) * (density === "compact" ? 0.7 : 1);
}

function comfortableHeight(row: Row | undefined): number {
  switch (row?.kind) {
    case "message":
      return (row.startsGroup ? 32 : 4) + (row.event.messageType === "text" ? 44 : 100);
    case "note":
      return 84;
    case "unknown":
      return 110;
    case "day":
      return 44;
    default:
      return 30;
  }
}

/** The space above a row: small within a group, larger if the sender or topic changes. */
export function spaceAbove(row: Row): string {
  switch (row.kind) {
    case "message":
      return row.startsGroup ? "pt-3" : "pt-1";
    case "line":
      return "pt-1.5";
    case "day":
      return "pt-5 pb-1";
    case "silence":
      return "pt-4 pb-1.5";
    default:
      return "pt-2.5";
  }
}
