import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { groupNames } from "@/lib/queries/analytics/group-names";

/** The name of a bot; its id if it has none, or is not in the viewer's scope. */
export async function nameOfBot(viewer: Viewer, id: string): Promise<string> {
  return (await groupNames(viewer, "bot")).get(id) ?? id;
}
