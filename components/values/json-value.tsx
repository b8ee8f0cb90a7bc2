import { classNames } from "@/components/ui/class-names";
import { jsonKind } from "./json-kind";

interface JsonValueProps {
  value: unknown;
  /** The sender's word for the type. */
  type?: string | null | undefined;
  /** The value that was before: struck through. */
  gone?: boolean | undefined;
  className?: string | undefined;
}

/**
 * A variable's value by its JSON type: text as it is, and in quotes where it could be taken for something else (`"1"`,
 * `"true"`, `""`); numbers, booleans and null in hues of their own.
 */
export function JsonValue({ value, type = null, gone = false, className }: JsonValueProps) {
  const kind = jsonKind(value, type);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const quoted = kind === "text" && looksLikeSomethingElse(text);
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

function looksLikeSomethingElse(text: string): boolean {
  if (text.trim() !== text || text === "") return true;
  return /^(null|none|true|false|-?\d+(\.\d+)?(e[+-]?\d+)?|[[{].*[\]}])$/i.test(text);
}
