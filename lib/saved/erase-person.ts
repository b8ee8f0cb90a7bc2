import "server-only";
import type { z } from "zod";
import type { personErasure } from "@/lib/api/schemas/privacy/person-request";
import type { UserViewer } from "@/lib/auth/viewer";
import { personRequestById } from "@/lib/queries/privacy/person-requests";
import { Refusal } from "@/lib/queries/refusal";
import { createErasure } from "./erasures";
import { logInRequest } from "./person-requests";

/**
 * Starts the erasure of every visitor of a request, and logs it in the request. A visitor with a legal hold ends it: the visitors
 * before are erased.
 *
 * @throws AppError forbidden
 */
export async function erasePerson(
  viewer: UserViewer,
  id: string,
  choice: z.output<typeof personErasure>,
): Promise<{ ids: string[] } | Refusal> {
  const asked = await personRequestById(viewer, id);
  if (asked instanceof Refusal) return asked;
  if (asked.kind !== "erasure") return new Refusal("conflict", "This is not a request for erasure.");
  if (asked.state !== "open") return new Refusal("conflict", "This request is closed.");
  const left = asked.visitors.filter(({ conversationCount }) => conversationCount > 0);
  if (left.length === 0) return new Refusal("conflict", "Add a visitor to the request first.");
  const ids: string[] = [];
  for (const { key } of left) {
    const made = await createErasure(viewer, { ...choice, visitorKey: key, conversationKey: undefined });
    if (made instanceof Refusal) return made;
    const refused = await logInRequest(viewer, id, [{ action: "erase", text: made.id }]);
    if (refused !== null) return refused;
    ids.push(made.id);
  }
  return { ids };
}
