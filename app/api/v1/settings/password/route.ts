import { serveChange } from "@/app/api/v1/serve";
import { doneWithSession } from "@/app/api/v1/settings/second-factor/refuse-second-factor";
import { definitions } from "@/lib/api/endpoints/definitions";
import { changePassword } from "@/lib/auth/passwords/change-password";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(
  definitions.changePassword,
  async ({ viewer, body, request }) => {
    const changed = await changePassword(viewer, body, request.headers);
    if (changed.ok) return doneWithSession(changed.cookies);
    if (changed.reason === "attempts") return new Refusal("too_many_attempts", changed.message);
    return new Refusal("bad_request", changed.message, changed.reason);
  },
);
