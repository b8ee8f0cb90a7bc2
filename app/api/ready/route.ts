import { serviceState } from "@/lib/ingest/service-state";

export const dynamic = "force-dynamic";

/** Readiness: a delivery would be stored now; 503 otherwise, and during shutdown. */
export async function GET(): Promise<Response> {
  const state = await serviceState();
  const body = state.ok ? { status: "ready" } : { status: "not ready", reason: state.reason };
  const headers = { "cache-control": "no-store", ...(!state.ok && { "retry-after": "2" }) };
  return Response.json(body, { status: state.ok ? 200 : 503, headers });
}
