import { serviceState } from "@/lib/ingest/service-state";

export const dynamic = "force-dynamic";

/** The database answers and is migrated; 503 while it does not, and while the process shuts down. */
export async function GET(): Promise<Response> {
  const state = await serviceState();
  const body = state.ok ? { status: "ready" } : { status: "not ready", reason: state.reason };
  return Response.json(body, { status: state.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
