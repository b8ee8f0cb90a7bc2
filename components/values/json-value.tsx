import { classNames } from "@/components/ui/class-names";
import { EndKept } from "./end-kept";
import { jsonKind } from "./json-kind";

interface JsonValueProps {
  value: unknown;
  /** The type as sent. */
  type?: string | null | undefined;
  /** The previous value: struck through. */
  gone?: boolean | undefined;
  /** On one line, cut where it has no room. */
  isLine?: boolean | undefined;
  /** Characters after which it is cut. */
  most?: number | undefined;
  className?: string | undefined;
}

/** A line has no room for more. */
const longestLine = 300;

/**
 * A variable's value by its JSON type: text unquoted, or in quotes if it is ambiguous (`"1"`, `"true"`, `""`); numbers, booleans
 * and null in different hues.
 */
export function JsonValue({ value, type = null, gone = false, isLine = false, most, className }: JsonValueProps) {
  const kind = jsonKind(value, type);
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const quote = kind === "text" && isAmbiguous(text) && <span className="text-muted">"</span>;
  const shown = cut(text, isLine ? longestLine : (most ?? text.length));
  return (
    <span
      dir="auto"
      data-value-type={kind}
      className={classNames(
        "font-mono text-xs/4.5",
        isLine
          ? "inline-flex max-w-full min-w-0 align-bottom print:inline"
          : "whitespace-pre-wrap [overflow-wrap:anywhere]",
        gone ? "text-muted line-through" : hues[kind],
        className,
      )}
    >
      {quote}
      {isLine ? <EndKept text={shown.replace(/\s+/g, " ")} /> : shown}
      {quote}
    </span>
  );
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`;
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
