import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { readColumns } from "@/lib/api/export";
import { exportEvents } from "@/lib/queries/export-events";
import { exportTable } from "@/lib/queries/export-table";
import { fileStream } from "./file-stream";

export const dynamic = "force-dynamic";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.export, async ({ viewer, filters, query, request }) =>
  query.format === "csv"
    ? fileStream(await exportTable(viewer, { filters, columns: readColumns(query.columns) }), {
        fileName: "conversations.csv",
        contentType: "text/csv; charset=utf-8",
        signal: request.signal,
      })
    : fileStream(await exportEvents(viewer, filters), {
        fileName: "events.jsonl",
        contentType: "application/x-ndjson; charset=utf-8",
        signal: request.signal,
      }),
);
