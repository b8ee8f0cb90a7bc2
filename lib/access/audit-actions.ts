/** Reads, in the access log. */
export const accessActions = [
  "conversation.read",
  "visitor.read",
  "raw.read",
  "delivery.read",
  "export.run",
  "transcript.read",
  "search.run",
] as const;

/** Changes, in the audit log. */
export const changeActions = [
  "user.create",
  "user.change",
  "user.delete",
  "token.create",
  "token.revoke",
  "session.create",
  "session.revoke",
  "session.fail",
  "setting.change",
  "delivery.reprocess",
  "delivery.dismiss",
  "delivery.restore",
  "erasure.request",
  "erasure.finish",
  "erasure.fail",
  "hold.create",
  "hold.delete",
  "retention.change",
  "retention.run",
  "reveal",
  "request.create",
  "request.change",
  "request.close",
  "job.retry",
  "view.create",
  "view.change",
  "view.delete",
  "samples.send",
  "import.run",
  "rebuild.run",
  "restore.run",
] as const;

export type AccessAction = (typeof accessActions)[number];
export type ChangeAction = (typeof changeActions)[number];
export type AuditAction = AccessAction | ChangeAction;

/** `audit` records changes, `access` records reads. Each is a chain of its own. */
export const auditLogs = ["audit", "access"] as const;

export type AuditLog = (typeof auditLogs)[number];

/** What an entry is about. */
export const subjectTypes = [
  "conversation",
  "visitor",
  "event",
  "delivery",
  "user",
  "session",
  "api-token",
  "webhook-token",
  "setting",
  "erasure",
  "hold",
  "request",
  "job",
  "view",
] as const;

export type SubjectType = (typeof subjectTypes)[number];

/** Who acts: `system` is the server or the command line, `stranger` is someone who is not signed in. */
export const actorKinds = ["user", "token", "system", "stranger"] as const;

export type ActorKind = (typeof actorKinds)[number];
