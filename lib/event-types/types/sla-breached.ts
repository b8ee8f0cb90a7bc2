import { z } from "zod";
import type { EventDefinition } from "@/lib/event-types/event-definition";
import { identifier } from "@/lib/events/identifier";
import { isRecord } from "@/lib/json/is-record";
import { plainText } from "@/lib/text/plain-text";

/** A name, or something that has one. */
const named = z
  .unknown()
  .transform((sent) => (isRecord(sent) ? (identifier(sent.name) ?? identifier(sent.title)) : identifier(sent)))
  .optional();

/** No payload is published: whatever names the agreement is its name. */
const payload = z
  .object({ sla: named, sla_name: named, name: named, title: named, policy: named, metric: named })
  .transform(({ sla, sla_name, name, title, policy, metric }) => ({
    name: sla ?? sla_name ?? name ?? title ?? policy ?? metric ?? null,
  }));

/** Somebody was not answered in the time that was agreed on. */
export const slaBreached: EventDefinition<"sla_breached", { name: string | null }> = {
  type: "sla_breached",
  payload,
  sentence: ({ name }) => (name === null ? ["SLA breached"] : ["SLA breached: ", { strong: plainText(name) }]),
  row: "line",
  icon: "alert",
  category: { id: "sla", label: "SLA breaches" },
  outline: ({ name }) => (name === null ? "SLA breached" : `SLA breached: ${plainText(name)}`),
  apply: () => {},
};
