import { serve, serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { addInvitedUser, addUser, listUsers } from "@/lib/auth/users";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(definitions.listUsers, async ({ viewer }) => ({ data: await listUsers(viewer) })),
  serveChange(definitions.createUser, async ({ viewer, body: { invite, ...account } }) => {
    const added = await (invite ? addInvitedUser(viewer, account) : addUser(viewer, account));
    if (added.ok) return { ...added, id: added.userId };
    return new Refusal("bad_request", added.message, added.reason === "taken" ? "email" : added.reason);
  }),
);
