/** The response of `GET /api/ready`, with status 200 or 503. */
export type ReadinessAnswer = { status: "ready" } | { status: "not ready"; reason: string };
