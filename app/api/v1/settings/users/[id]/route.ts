import { serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import type { Removal } from "@/lib/auth/accounts";
import { removeUser, resetPassword, setRole } from "@/lib/auth/users";
import { notFound, Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serveChange(definitions.updateUser, async ({ viewer, path, body }) => {
    if ("role" in body) return outcome(await setRole(viewer, path.id, body.role));
    return (await resetPassword(viewer, path.id)) ?? notFound("user with this id");
  }),
  serveChange(definitions.deleteUser, async ({ viewer, path }) => outcome(await removeUser(viewer, path.id))),
);

function outcome(change: Removal): { ok: true } | Refusal {
  if (change.ok) return { ok: true };
  return new Refusal(change.reason === "unknown" ? "not_found" : "conflict", change.message, "id");
}
