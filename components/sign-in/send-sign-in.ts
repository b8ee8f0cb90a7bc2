import { ApiError } from "@/lib/api/api-error";

/** Signs in with Better Auth's own endpoint; the session comes as a cookie. @throws ApiError */
export async function sendSignIn(email: string, password: string): Promise<void> {
  const response = await post({ email, password });
  if (response.ok) return;
  throw new ApiError(response.status, explain(response));
}

async function post(body: unknown): Promise<Response> {
  try {
    return await fetch("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new ApiError(0, "The server cannot be reached. Check the connection and try again.", "unreachable");
  }
}

function explain({ status, headers }: Response): string {
  if (status === 400 || status === 401) return "Wrong e-mail or password.";
  if (status === 403) return "This address doesn't match APP_URL. Check APP_URL in the server's configuration.";
  if (status !== 429) return `The server answered ${status}. Try again in a moment.`;
  const minutes = Math.ceil(Number(headers.get("retry-after") ?? 60) / 60);
  return `Too many attempts for this e-mail. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
}
