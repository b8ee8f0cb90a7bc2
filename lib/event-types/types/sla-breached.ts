import * as z from "zod";
import type { EventDefinition } from "@/lib/event-types/event-definition";
import { identifier } from "@/lib/events/identifier";
import { isRecord } from "@/lib/json/is-record";
import { plainText } from "@/lib/text/plain-text";

/** A name, or an object with one. */
const named = z
  .unknown()
  .transform((sent) => (isRecord(sent) ? (identifier(sent.name) ?? identifier(sent.title)) : identifier(sent)))
  .optional();

/** No payload is published: any field that can name the agreement is used as its name. */
const payload = z
  .object({ sla: named, sla_name: named, name: named, title: named, policy: named, metric: named })
  .transform(({ sla, sla_name, name, title, policy, metric }) => ({
    name: sla ?? sla_name ?? name ?? title ?? policy ?? metric ?? null,
  }));

/** A reply that was not sent within the agreed time. */
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
