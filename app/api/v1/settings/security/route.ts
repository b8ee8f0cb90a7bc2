import { serve, serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { changeSecurity, describeSecurity } from "@/lib/auth/security/manage-security";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(definitions.getSecurity, ({ viewer }) => describeSecurity(viewer)),
  serveChange(definitions.updateSecurity, async ({ viewer, body }) => {
    const changed = await changeSecurity(viewer, body);
    return changed.ok ? changed : new Refusal("conflict", changed.message, "passwordSignIn");
  }),
);
