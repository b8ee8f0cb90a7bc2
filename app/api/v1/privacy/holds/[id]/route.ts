import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { releaseHold } from "@/lib/saved/holds";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.deleteHold, ({ viewer, path }) =>
  releaseHold(viewer, path.id),
);
