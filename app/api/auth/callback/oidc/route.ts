import { orRefuse } from "@/app/api/or-refuse";
import { answerCallback } from "@/lib/auth/oidc/answer-callback";

/** Where the identity provider sends the browser back to. */
export function GET(request: Request): Promise<Response> {
  return orRefuse(() => answerCallback(request));
}
