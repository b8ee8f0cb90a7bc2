import { isRecord } from "@/lib/json/is-record";
import { isNothing } from "@/lib/messages/lenient";
import { valueText } from "./variable-assignments";

export interface FlowAnswer {
  /** As sent: `screen_0_Rating_0`. */
  name: string;
  /** For a reader: `Rating`. */
  label: string;
  value: unknown;
}

/** What the flow needs to find its session again; nobody answered it. */
const technical = new Set(["flow_token"]);

/** The fields of a flow's `response_json`: an object, or JSON in a text. What is neither is one answer. */
export function flowAnswers(sent: unknown): FlowAnswer[] {
  if (isNothing(sent)) return [];
  const parsed = typeof sent === "string" ? parsedOr(sent) : sent;
  if (!isRecord(parsed)) return [{ name: "response_json", label: "Answer", value: parsed }];
  return Object.entries(parsed)
    .filter(([name, value]) => !technical.has(name) && !isNothing(value))
    .map(([name, value]) => ({ name, label: flowLabel(name), value }));
}

/** `screen_0_Rating_0` is `Rating`, `delivery_time` is `Delivery time`. */
export function flowLabel(name: string): string {
  const words = name
    .replace(/^screen_\d{1,6}_/i, "")
    .replace(/_\d{1,6}$/, "")
    .replaceAll("_", " ")
    .trim();
  return words === "" ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Options come with their place before them: `0_Excellent`. */
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
