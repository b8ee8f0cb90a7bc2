import "server-only";
import { Refusal } from "@/lib/queries/refusal";

/** A result as it is, or as a CSV file. */
export function csvOr<Result extends object>(
  format: "json" | "csv",
  result: Result | Refusal,
  write: (result: Result) => string,
  name: string,
): Result | Refusal | Response {
  if (result instanceof Refusal || format === "json") return result;
  return new Response(write(result), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    },
  });
}
