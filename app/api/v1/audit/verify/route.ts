import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { auditVerification } from "@/lib/queries/audit/audit-verification";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.verifyAudit, ({ viewer }) =>
  auditVerification(viewer),
);
