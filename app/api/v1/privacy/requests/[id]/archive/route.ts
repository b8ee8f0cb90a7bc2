import { fileStream } from "@/app/api/v1/export/file-stream";
import { serve } from "@/app/api/v1/serve";
import { noteRead } from "@/app/note-read";
import { definitions } from "@/lib/api/endpoints/definitions";
import { personArchive } from "@/lib/queries/exports/person-archive";
import { personRequestById } from "@/lib/queries/privacy/person-requests";
import { Refusal } from "@/lib/queries/refusal";
import { logInRequest } from "@/lib/saved/person-requests";

export const dynamic = "force-dynamic";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.getPersonArchive,
  async ({ viewer, path: { id }, request: { signal } }) => {
    const asked = await personRequestById(viewer, id);
    if (asked instanceof Refusal) return asked;
    const pieces = await personArchive(
      viewer,
      asked.visitors.map(({ key }) => key),
    );
    if (pieces instanceof Refusal) return pieces;
    const refused = await logInRequest(viewer, id, [{ action: "export", text: null }]);
    if (refused !== null) return refused;
    // Each visitor's page shows it.
    for (const { key } of asked.visitors) noteRead(viewer, definitions.getVisitorArchive, { path: { key } });
    return fileStream(pieces, { fileName: "person.zip", contentType: "application/zip", signal });
  },
);
