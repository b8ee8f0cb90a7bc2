import { z } from "zod";
import { csvColumns, unknownColumn } from "@/lib/columns/csv-columns";

/** `columns=` in a URL, parsed by lib/columns/csv-columns.ts. */
export const columnNames = z
  .array(
    z
      .string()
      .max(8000, "is longer than 8000 characters")
      .refine((value) => unknownColumn(value) === null, {
        error: ({ input }) => `has no column ${JSON.stringify(unknownColumn(String(input)))}`,
      }),
  )
  .max(200, "has more than 200 values")
  .default([])
  .describe(
    `Columns of the CSV, all of the summary unless given: ${csvColumns.join(", ")}, and \`var.<name>\`; a name with a comma in quotation marks: \`"var.a,b"\`.`,
  );
