import { fileStream } from "@/app/api/v1/export/file-stream";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { personArchive } from "@/lib/queries/exports/person-archive";
import { Refusal } from "@/lib/queries/refusal";

export const dynamic = "force-dynamic";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.getVisitorArchive,
  async ({ viewer, path: { key }, request: { signal } }) => {
    const pieces = await personArchive(viewer, [key]);
    if (pieces instanceof Refusal) return pieces;
    return fileStream(pieces, { fileName: "visitor.zip", contentType: "application/zip", signal });
  },
);
