import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { inPayload } from "@/lib/messages/lenient";
import { variableAssignments } from "@/lib/messages/parts/variable-assignments";

/** The result of a Calendly booking. The names of the variables are the platform's; any may be missing. */
export const calendlyResponse = defineMessage({
  type: "calendly.response",
  content: inPayload(
    z.object({ variables: variableAssignments }).transform(({ variables }) => {
      const value = (name: string) => variables.find((variable) => variable.name === name)?.value;
      return {
        scheduled: readBoolean(value("is_calendly_event_scheduled")),
        eventLink: readLink(value("calendly_event")),
        inviteeLink: readLink(value("calendly_invitee")),
        variables,
      };
    }),
  ),
  text: (content) =>
    content.scheduled === null
      ? "Calendly answered"
      : content.scheduled
        ? "Calendly: event scheduled"
        : "Calendly: no event scheduled",
  variables: (content) => content.variables,
});

function readBoolean(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  const word = typeof value === "string" ? value.toLowerCase() : "";
  return word === "true" ? true : word === "false" ? false : null;
}

function readLink(value: unknown): string {
  return typeof value === "string" ? value : "";
}
