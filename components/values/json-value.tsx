import { classNames } from "@/components/ui/class-names";
import { jsonKind } from "./json-kind";

interface JsonValueProps {
  value: unknown;
  /** The type as sent. */
  type?: string | null | undefined;
  /** The previous value: struck through. */
  gone?: boolean | undefined;
  className?: string | undefined;
}

/**
 * A variable's value by its JSON type: text unquoted, or in quotes if it is ambiguous (`"1"`, `"true"`, `""`); numbers, booleans
 * and null in different hues.
 */
export function JsonValue({ value, type = null, gone = false, className }: JsonValueProps) {
  const kind = jsonKind(value, type);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const quoted = kind === "text" && isAmbiguous(text);
  return (
    <span
      dir="auto"
      data-value-type={kind}
      className={classNames(
        "font-mono text-xs/4.5 whitespace-pre-wrap [overflow-wrap:anywhere]",
        gone ? "text-muted line-through" : hues[kind],
        className,
      )}
    >
      {quoted && <span className="text-muted">"</span>}
      {text}
      {quoted && <span className="text-muted">"</span>}
    </span>
  );
}

const hues = {
  text: "text-text",
  number: "text-visitor",
  boolean: "text-bot",
  null: "text-muted italic",
  structure: "text-text",
};

function isAmbiguous(text: string): boolean {
  if (text.trim() !== text || text === "") return true;
  return /^(null|none|true|false|-?\d+(\.\d+)?(e[+-]?\d+)?|[[{].*[\]}])$/i.test(text);
}
