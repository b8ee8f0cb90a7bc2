import { answerAuth } from "@/app/api/auth/answer-auth";
import { refuseOtherSites } from "@/app/api/auth/refuse-other-sites";
import { orRefuse } from "@/app/api/or-refuse";
import { readBody } from "@/app/api/read-body";
import { refuse } from "@/app/api/refuse";
import { tooManyAttempts } from "@/app/api/too-many-attempts";
import { secondFactorCode } from "@/lib/api/schemas/second-factor";
import { readCode } from "@/lib/auth/second-factor/plugin";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { mostBodyBytes } from "@/lib/http/most-body-bytes";

/** The second step of signing in: a code of the authenticator app, or a backup code. */
export async function POST(request: Request): Promise<Response> {
  return orRefuse(() => answer(request));
}

async function answer(request: Request): Promise<Response> {
  const refused = refuseOtherSites(request);
  if (refused !== null) return refused;
  const read = await readBody(request, secondFactorCode, mostBodyBytes);
  if (!read.ok) return refuse(read.failure);
  const { path, code } = readCode(read.body.code);
  const url = new URL(`/api/auth${path}`, request.url);
  const headers = await headersOfStep(request.headers);
  const response = await answerAuth(new Request(url, { method: "POST", headers, body: JSON.stringify({ code }) }));
  return response.ok || response.status >= 500 ? response : refusal(response);
}

/** Without a session: the plugin would check a code of its user instead of the one who is signing in. */
async function headersOfStep(sent: Headers): Promise<Headers> {
  const headers = new Headers(sent);
  const session = await sessionCookie();
  const cookies = (sent.get("cookie") ?? "").split(";").map((one) => one.trim());
  headers.set("cookie", cookies.filter((one) => !one.startsWith(`${session}=`)).join("; "));
  headers.set("content-type", "application/json");
  headers.delete("content-length");
  return headers;
}

const again = new Set(["INVALID_TWO_FACTOR_COOKIE", "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE"]);

async function refusal(response: Response): Promise<Response> {
  const { code = "", message = "" } = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
  if (response.status === 403) return refuse({ code: "forbidden", message });
  if (response.status === 429) {
    const seconds = Number(response.headers.get("retry-after") ?? 15 * 60);
    return tooManyAttempts("Too many attempts. Wait a few minutes, then try again.", seconds);
  }
  if (again.has(code)) return refuse({ code: "unauthorised", message: "Enter your password again." });
  return refuse({
    code: "bad_request",
    message: "This code is wrong or was used already.",
    parameter: "code",
  });
}
