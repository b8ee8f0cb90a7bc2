import { isRecord } from "@/lib/json/is-record";
import { isNothing } from "@/lib/messages/lenient";
import { valueText } from "./variable-assignments";

export interface FlowAnswer {
  /** As sent: `screen_0_Rating_0`. */
  name: string;
  /** For display: `Rating`. */
  label: string;
  value: unknown;
}

/** Session data of the flow, which nobody answered. */
const technical = new Set(["flow_token"]);

/** The fields of a flow's `response_json`: an object, or JSON in a string. Anything else is one answer. */
export function flowAnswers(sent: unknown): FlowAnswer[] {
  if (isNothing(sent)) return [];
  const parsed = typeof sent === "string" ? parsedOr(sent) : sent;
  if (!isRecord(parsed)) return [{ name: "response_json", label: "Answer", value: parsed }];
  return Object.entries(parsed)
    .filter(([name, value]) => !technical.has(name) && !isNothing(value))
    .map(([name, value]) => ({ name, label: flowLabel(name), value }));
}

/** `screen_0_Rating_0` becomes `Rating`, `delivery_time` becomes `Delivery time`. */
export function flowLabel(name: string): string {
  const words = name
    .replace(/^screen_\d{1,6}_/i, "")
    .replace(/_\d{1,6}$/, "")
    .replaceAll("_", " ")
    .trim();
  return words === "" ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Removes the index of an option: `0_Excellent`. */
export function flowValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(flowValue).join(", ");
  return typeof value === "string" ? value.replace(/^\d{1,4}_(?=\D)/, "") : valueText(value);
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
