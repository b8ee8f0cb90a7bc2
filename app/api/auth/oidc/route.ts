import { orRefuse } from "@/app/api/or-refuse";
import { readBody } from "@/app/api/read-body";
import { refuse } from "@/app/api/refuse";
import { notOwnPage } from "@/app/api/with-viewer";
import { singleSignOn } from "@/lib/api/schemas/single-sign-on";
import { isFromOwnPage } from "@/lib/auth/limits/trusted-origins";
import { startSignIn } from "@/lib/auth/oidc/start-sign-in";
import { safeNext } from "@/lib/auth/safe-next";
import { env } from "@/lib/env/env";
import { mostBodyBytes } from "@/lib/http/most-body-bytes";
import { answerRedirection } from "./answer-redirection";

/** Begins a sign-in with the identity provider; with an invitation, it accepts it. */
export async function POST(request: Request): Promise<Response> {
  return orRefuse(async () => {
    if (!isFromOwnPage(env().appUrl, request.headers)) return refuse({ code: "forbidden", message: notOwnPage });
    const read = await readBody(request, singleSignOn, mostBodyBytes);
    if (!read.ok) return refuse(read.failure);
    const { next, invitation } = read.body;
    return answerRedirection(await startSignIn(request.headers, { next: safeNext(next), invitation }));
  });
}
