import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { readColumns } from "@/lib/columns/csv-columns";
import { exportEvents } from "@/lib/queries/exports/export-events";
import { exportTable } from "@/lib/queries/exports/export-table";
import { exportTranscripts } from "@/lib/queries/exports/export-transcripts";
import { fileStream } from "./file-stream";

export const dynamic = "force-dynamic";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.exportConversations,
  async ({ viewer, filters, query: { format, columns, bom, dialect, transcript }, request: { signal } }) => {
    switch (format) {
      case "csv": {
        const pieces = await exportTable(viewer, { filters, columns: readColumns(columns), bom, dialect });
        return fileStream(pieces, { fileName: "conversations.csv", contentType: "text/csv; charset=utf-8", signal });
      }
      case "jsonl": {
        const contentType = "application/x-ndjson; charset=utf-8";
        return fileStream(await exportEvents(viewer, filters), { fileName: "events.jsonl", contentType, signal });
      }
      case "zip": {
        const pieces = await exportTranscripts(viewer, { filters, format: transcript });
        return fileStream(pieces, { fileName: "transcripts.zip", contentType: "application/zip", signal });
      }
    }
  },
);
