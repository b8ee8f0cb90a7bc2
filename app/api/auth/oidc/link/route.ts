import { answerRedirection } from "@/app/api/auth/oidc/answer-redirection";
import { withUser } from "@/app/api/with-viewer";
import { startLink } from "@/lib/auth/oidc/start-sign-in";

/** Begins linking the account of whoever is signed in with the identity provider. */
export const POST = withUser(async (request) => answerRedirection(await startLink(request.headers)));
