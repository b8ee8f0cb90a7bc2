import { jsonKind } from "@/components/values/json-kind";
import { JsonValue } from "@/components/values/json-value";
import { LineDifference } from "./line-difference";

/** Values up to this length are next to each other. */
const maxInlineLength = 60;

interface Side {
  value: unknown;
  type?: string | undefined;
}

/** A value before and after, each by its JSON type; long and structured ones line by line. Null: missing. */
export function ValueDifference({ before, after }: { before: Side | null; after: Side | null }) {
  if (before && after && [before, after].some(({ value }) => isLong(value)))
    return <LineDifference before={linesOf(before.value)} after={linesOf(after.value)} />;
  const kinds = [before, after].map((side) => side && jsonKind(side.value, side.type));
  const retyped = before && after && kinds[0] !== kinds[1];
  return (
    <span className="[overflow-wrap:anywhere]">
      {before && (
        <>
          <span className="sr-only">before: </span>
          <JsonValue value={before.value} type={before.type} gone className="line-clamp-6 inline" />{" "}
        </>
      )}
      {after && (
        <>
          <span className="sr-only">after: </span>
          <JsonValue value={after.value} type={after.type} className="font-medium" />
        </>
      )}
      {retyped && (
        <span className="ml-1.5 text-2xs text-muted">
          {kinds[0]} became {kinds[1]}
        </span>
      )}
    </span>
  );
}

function isLong(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return true;
  return typeof value === "string" && (value.length > maxInlineLength || /[\r\n]/.test(value));
}

function linesOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? String(value));
}
