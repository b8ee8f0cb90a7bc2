import { buildInfo } from "@/lib/env/build-info";

export const dynamic = "force-dynamic";

/** Liveness: the process is running. */
export function GET(): Response {
  return Response.json({ status: "ok", ...buildInfo() }, { headers: { "cache-control": "no-store" } });
}
