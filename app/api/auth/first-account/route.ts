import { orRefusal } from "@/app/api/or-refusal";
import { readBody } from "@/app/api/read-body";
import { refusal } from "@/app/api/refusal";
import { tooManyAttempts } from "@/app/api/too-many-attempts";
import { firstAccount } from "@/lib/api/schemas/settings";
import { auth } from "@/lib/auth/auth";
import { createFirstAccount } from "@/lib/auth/first-account";
import { addressOfRequest } from "@/lib/auth/limits/address-of-request";
import { attemptLimits } from "@/lib/auth/limits/attempt-limits";
import { isFromOwnPage } from "@/lib/auth/limits/trusted-origins";
import { env } from "@/lib/env/env";

/** Makes the first account with the code that the server printed, and signs it in. */
export async function POST(request: Request): Promise<Response> {
  return orRefusal(() => answer(request));
}

async function answer(request: Request): Promise<Response> {
  if (request.headers.has("origin") && !isFromOwnPage(env().appUrl, request.headers)) {
    return refusal(403, "forbidden", "Only Playhead's own page can do this. If this is one, check APP_URL.");
  }
  const attempt = attemptLimits().firstAccountsPerAddress.take(addressOfRequest(request.headers));
  if (!attempt.allowed) {
    return tooManyAttempts("Too many attempts. Wait a few minutes, then try again.", attempt.retryAfterSeconds);
  }
  const read = await readBody(request, firstAccount);
  if (!read.ok) return read.response;
  const made = await createFirstAccount(read.body);
  if (!made.ok) {
    if (made.reason === "exists") return refusal(403, "forbidden", made.message);
    return refusal(400, "bad_request", made.message, made.reason === "taken" ? "email" : made.reason);
  }
  const { email, password } = read.body;
  const body = { email: email.trim(), password };
  return auth().api.signInEmail({ body, headers: request.headers, asResponse: true });
}
