import { serveChange } from "@/app/api/v1/serve";
import { doneWithSession, refuseSecondFactor } from "@/app/api/v1/settings/second-factor/refuse-second-factor";
import { definitions } from "@/lib/api/endpoints/definitions";
import { removeSecondFactor } from "@/lib/auth/second-factor/manage";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(
  definitions.removeSecondFactor,
  async ({ viewer, body, request }) => {
    const removed = await removeSecondFactor(viewer, body.password, request.headers);
    return removed.ok ? doneWithSession(removed.cookies) : refuseSecondFactor(removed);
  },
);
