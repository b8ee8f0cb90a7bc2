import { ApiError } from "@/lib/api/client/api-error";
import { jsonBody, sendRequest } from "@/lib/api/client/send-request";

/**
 * Signs in with Better Auth's endpoint, which sets the session's cookie.
 *
 * @returns whether a code must follow
 * @throws ApiError
 */
export async function sendSignIn(email: string, password: string): Promise<{ needsCode: boolean }> {
  try {
    const response = await sendRequest("/api/auth/sign-in/email", { method: "POST", ...jsonBody({ email, password }) });
    const { twoFactorRedirect } = await response.json();
    return { needsCode: twoFactorRedirect === true };
  } catch (error) {
    throw error instanceof ApiError && error.status !== 0 ? new ApiError(error.status, explain(error)) : error;
  }
}

function explain({ status, retryAfterSeconds }: ApiError): string {
  if (status === 400 || status === 401) return "Wrong e-mail or password.";
  if (status === 403) return "This address does not match APP_URL in the server's settings.";
  if (status !== 429) return `The server answered ${status}. Try again in a moment.`;
  const minutes = Math.ceil((retryAfterSeconds ?? 60) / 60);
  return `Too many attempts for this e-mail. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
}
