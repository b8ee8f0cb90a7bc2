import { plainText } from "@/lib/messages/plain-text";

const tellingFields = ["text", "message", "title", "body", "name", "status", "reason", "description", "value"];

/** One line for an event that nobody has described: its type in words, and the first field that says something. */
export function genericText(type: string, payload: unknown): string {
  const words = type.replace(/[_.\-\s]+/g, " ").trim();
  const title = words === "" ? type : words.charAt(0).toUpperCase() + words.slice(1);
  const said = firstTelling(payload);
  return said === null ? title : `${title}: ${said}`;
}

function firstTelling(payload: unknown): string | null {
  if (typeof payload === "string") return plainText(payload) || null;
  return (
    tellingIn(payload) ??
    values(payload)
      .map(tellingIn)
      .find((said) => said !== null) ??
    null
  );
}

function tellingIn(fields: unknown): string | null {
  if (typeof fields !== "object" || fields === null) return null;
  for (const field of tellingFields) {
    const value: unknown = Object.getOwnPropertyDescriptor(fields, field)?.value;
    if (typeof value === "string" && value !== "") return plainText(value);
    if (typeof value === "number" || typeof value === "boolean") return String(value);
  }
  return null;
}

function values(payload: unknown): unknown[] {
  return typeof payload === "object" && payload !== null ? Object.values(payload) : [];
}
