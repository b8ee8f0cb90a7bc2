import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { addUser } from "@/lib/auth/users";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.createUser, async ({ viewer, body }) => {
  const added = await addUser(viewer, body);
  if (added.ok) return { password: added.password };
  return new Refusal("bad_request", added.message, added.reason === "taken" ? "email" : added.reason);
});
