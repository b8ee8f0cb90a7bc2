import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { signOutUser } from "@/lib/auth/users";
import { notFound } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.signOutUser, async ({ viewer, path }) =>
  (await signOutUser(viewer, path.id)) ? { ok: true } : notFound("user with this id"),
);
