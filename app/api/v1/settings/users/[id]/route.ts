import { serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import type { Removal } from "@/lib/auth/change-account";
import { changeUser, removeUser, renewInvitation, resetPassword } from "@/lib/auth/users";
import { notFound, Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serveChange(definitions.updateUser, async ({ viewer, path, body }) => {
    if ("password" in body) return (await resetPassword(viewer, path.id)) ?? notFound("user with this id");
    if ("invitation" in body) return (await renewInvitation(viewer, path.id)) ?? notFound("user with this id");
    return outcome(await changeUser(viewer, path.id, body));
  }),
  serveChange(definitions.deleteUser, async ({ viewer, path }) => outcome(await removeUser(viewer, path.id))),
);

function outcome(change: Removal): { ok: true } | Refusal {
  if (change.ok) return { ok: true };
  return new Refusal(change.reason === "unknown" ? "not_found" : "conflict", change.message, "id");
}
