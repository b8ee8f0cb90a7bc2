import { answerAuth } from "@/app/api/auth/answer-auth";
import { orRefuse } from "@/app/api/or-refuse";
import { authenticateUser } from "@/lib/auth/authenticate";
import { recordSignOut } from "@/lib/auth/record-sign-in";

export function POST(request: Request): Promise<Response> {
  return orRefuse(async () => {
    const viewer = await authenticateUser(request.headers);
    const response = await answerAuth(request);
    if (viewer !== null && response.ok) await recordSignOut(viewer);
    return response;
  });
}
