import type { Summary } from "@/lib/conversation/conversation";
import { actorName } from "@/lib/events/actor-name";

/** What the assignee is called; a bot by the name that the conversation knows it by. */
export function assigneeName(assignee: NonNullable<Summary["assignee"]>, bot: Summary["bot"]): string {
  return (assignee.type === "bot" ? bot?.name : null) ?? actorName(assignee);
}
