import { orRefuse } from "@/app/api/or-refuse";
import { readBody } from "@/app/api/read-body";
import { refuse } from "@/app/api/refuse";
import { tooManyAttempts } from "@/app/api/too-many-attempts";
import { notOwnPage } from "@/app/api/with-viewer";
import { firstAccount } from "@/lib/api/schemas/settings";
import { auth } from "@/lib/auth/auth";
import { createFirstAccount } from "@/lib/auth/first-account";
import { addressOfRequest } from "@/lib/auth/limits/address-of-request";
import { attemptLimits } from "@/lib/auth/limits/attempt-limits";
import { isFromOwnPage } from "@/lib/auth/limits/trusted-origins";
import { env } from "@/lib/env/env";
import { mostBodyBytes } from "@/lib/http/most-body-bytes";

/** Creates the first account with the code printed by the server, and signs it in. */
export async function POST(request: Request): Promise<Response> {
  return orRefuse(() => answer(request));
}

async function answer(request: Request): Promise<Response> {
  if (request.headers.has("origin") && !isFromOwnPage(env().appUrl, request.headers)) {
    return refuse({ code: "forbidden", message: notOwnPage });
  }
  const attempt = attemptLimits().firstAccountsPerAddress.take(addressOfRequest(request.headers));
  if (!attempt.allowed) {
    return tooManyAttempts("Too many attempts. Wait a few minutes, then try again.", attempt.retryAfterSeconds);
  }
  const read = await readBody(request, firstAccount, mostBodyBytes);
  if (!read.ok) return refuse(read.failure);
  const made = await createFirstAccount(read.body);
  if (!made.ok) {
    if (made.reason === "exists") return refuse({ code: "forbidden", message: made.message });
    return refuse({
      code: "bad_request",
      message: made.message,
      parameter: made.reason === "taken" ? "email" : made.reason,
    });
  }
  const { email, password } = read.body;
  const body = { email: email.trim(), password };
  return auth().api.signInEmail({ body, headers: request.headers, asResponse: true });
}
