import { serveSetup } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { startSecondFactor } from "@/lib/auth/second-factor/manage";
import { refuseSecondFactor } from "./refuse-second-factor";

export const { GET, POST, PUT, PATCH, DELETE } = serveSetup(
  definitions.startSecondFactor,
  async ({ viewer, body, request }) => {
    const made = await startSecondFactor(viewer, body.password, request.headers);
    return made.ok ? made : refuseSecondFactor(made);
  },
);
