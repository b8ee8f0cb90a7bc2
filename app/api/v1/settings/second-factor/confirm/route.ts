import { serveSetup } from "@/app/api/v1/serve";
import { doneWithSession, refuseSecondFactor } from "@/app/api/v1/settings/second-factor/refuse-second-factor";
import { definitions } from "@/lib/api/endpoints/definitions";
import { confirmSecondFactor } from "@/lib/auth/second-factor/manage";

export const { GET, POST, PUT, PATCH, DELETE } = serveSetup(
  definitions.confirmSecondFactor,
  async ({ viewer, body, request }) => {
    const confirmed = await confirmSecondFactor(viewer, body.code, request.headers);
    return confirmed.ok ? doneWithSession(confirmed.cookies) : refuseSecondFactor(confirmed);
  },
);
