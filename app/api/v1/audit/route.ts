import { fileStream } from "@/app/api/v1/export/file-stream";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { auditCsv } from "@/lib/queries/audit/audit-csv";
import { auditPage } from "@/lib/queries/audit/audit-page";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.listAudit,
  async ({ viewer, query: { format, limit, cursor, ...filter }, request: { signal } }) => {
    if (format === "json") return auditPage(viewer, { ...filter, limit, cursor });
    const contentType = "text/csv; charset=utf-8";
    return fileStream(await auditCsv(viewer, filter), { fileName: "audit.csv", contentType, signal });
  },
);
