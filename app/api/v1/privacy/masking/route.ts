import { serve, serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { readMasking } from "@/lib/queries/privacy/read-masking";
import { changeMasking } from "@/lib/saved/masking";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(definitions.getMasking, ({ viewer }) => readMasking(viewer)),
  serveChange(definitions.setMasking, ({ viewer, body }) => changeMasking(viewer, body)),
);
