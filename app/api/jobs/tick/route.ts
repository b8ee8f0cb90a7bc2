import { orRefuse } from "@/app/api/or-refuse";
import { runJobs } from "@/lib/background/run-jobs";
import { env } from "@/lib/env/env";
import { bearerToken } from "@/lib/ingest/metrics-token";
import { matchToken } from "@/lib/ingest/tokens/match-token";

export const dynamic = "force-dynamic";

/** Shorter than the function's time limit: vercel.json. */
const longestMs = 45_000;

/**
 * Runs background jobs where no process runs permanently. Schedulers send `CRON_SECRET` as `Authorization: Bearer`: Vercel's with
 * GET, others with POST.
 */
export async function POST(request: Request): Promise<Response> {
  const token = bearerToken(request.headers.get("authorization"));
  const { cronSecret } = env();
  const isAllowed =
    token !== null && cronSecret !== null && matchToken([{ token, place: "authorization" }], [cronSecret]) !== null;
  if (!isAllowed) {
    const error = "Send CRON_SECRET as Authorization: Bearer <secret>.";
    return Response.json({ error, code: "unauthorised" }, { status: 401, headers: { "www-authenticate": "Bearer" } });
  }
  return orRefuse(async () => Response.json(await runJobs(AbortSignal.timeout(longestMs))));
}

export const GET = POST;
