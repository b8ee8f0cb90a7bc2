import type { AuditAction } from "@/lib/access/audit-actions";

/** What was done, as the second part of a sentence that begins with a name. */
export const actionNames: Record<AuditAction, string> = {
  "conversation.read": "Read a conversation",
  "visitor.read": "Read a visitor",
  "raw.read": "Read an exact text",
  "delivery.read": "Read a delivery",
  "export.run": "Exported",
  "transcript.read": "Downloaded a transcript",
  "search.run": "Opened a list",
  "user.create": "Added a user",
  "user.change": "Changed a user",
  "user.delete": "Removed a user",
  "token.create": "Created a token",
  "token.revoke": "Revoked a token",
  "session.create": "Signed in",
  "session.revoke": "Ended a session",
  "session.fail": "Failed to sign in",
  "setting.change": "Changed a setting",
  "delivery.reprocess": "Reprocessed a delivery",
  "delivery.dismiss": "Dismissed deliveries",
  "delivery.restore": "Restored deliveries",
  "erasure.request": "Requested an erasure",
  "erasure.finish": "Finished an erasure",
  "erasure.fail": "Stopped an erasure",
  "hold.create": "Placed a legal hold",
  "hold.delete": "Lifted a legal hold",
  "retention.change": "Changed the retention rules",
  "retention.run": "Applied the retention rules",
  reveal: "Revealed masked data",
  "request.create": "Entered a person's request",
  "request.change": "Changed a person's request",
  "request.close": "Closed a person's request",
  "job.retry": "Retried a job",
  "view.create": "Shared a view",
  "view.change": "Changed a shared view",
  "view.delete": "Removed a shared view",
  "samples.send": "Stored sample events",
  "import.run": "Imported events",
  "rebuild.run": "Rebuilt all derived data",
  "restore.run": "Restored a backup",
};

/** The name of an action; of one that this version does not know, its id. */
export function actionName(action: string): string {
  return Object.hasOwn(actionNames, action) ? actionNames[action as AuditAction] : action;
}
