import { auditPage, auditQuery, auditVerification } from "@/lib/api/schemas/privacy/audit";
import { define } from "./definition";
import { endpoints } from "./endpoints";

const tag = "Privacy";

/** The audit log and the access log. */
export const auditDefinitions = {
  listAudit: define(endpoints.listAudit, {
    tag,
    summary: "List the audit log and the access log",
    description:
      "Who changed something and who read something, newest first. A viewer's reads of one subject are one entry for ten minutes; a list is one entry with its filters. Requires a scope of everything.",
    query: auditQuery,
    answer: auditPage,
    mediaTypes: ["application/json", "text/csv"],
  }),
  verifyAudit: define(endpoints.verifyAudit, {
    tag,
    summary: "Verify the audit log and the access log",
    description:
      "Recomputes the hash of every entry. This can take a while: a million entries take about half a minute. Requires a scope of everything.",
    answer: auditVerification,
  }),
};
