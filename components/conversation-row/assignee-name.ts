import type { Summary } from "@/lib/conversation/conversation";
import { actorName } from "@/lib/events/actor-name";

/** The assignee's display name; for a bot, the name that the conversation knows. */
export function assigneeName(assignee: NonNullable<Summary["assignee"]>, bot: Summary["bot"]): string {
  return (assignee.type === "bot" ? bot?.name : null) ?? actorName(assignee);
}
