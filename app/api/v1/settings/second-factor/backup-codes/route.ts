import { serveChange } from "@/app/api/v1/serve";
import { refuseSecondFactor } from "@/app/api/v1/settings/second-factor/refuse-second-factor";
import { definitions } from "@/lib/api/endpoints/definitions";
import { renewBackupCodes } from "@/lib/auth/second-factor/manage";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(
  definitions.renewBackupCodes,
  async ({ viewer, body, request }) => {
    const renewed = await renewBackupCodes(viewer, body.password, request.headers);
    return renewed.ok ? renewed : refuseSecondFactor(renewed);
  },
);
