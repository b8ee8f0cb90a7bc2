import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { GET as metrics } from "@/app/api/metrics/route";
import type { Role } from "@/lib/access/permissions";
import { everything, type Scope } from "@/lib/access/scope";
import { type EndpointName, endpoints } from "@/lib/api/endpoints/endpoints";
import { createApiToken, revokeApiToken } from "@/lib/auth/api-tokens";
import { changeAccess } from "@/lib/auth/change-account";
import { permitted, type Row, rowsOf, type Subject } from "@/lib/testing/access/access-rows";
import { type PlantedConversation, plantedWorld } from "@/lib/testing/access/planted-world";
import { signedIn } from "@/lib/testing/access/signed-in";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { handlersOf, routes, serveRoutes } from "@/lib/testing/serve-routes";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

interface Caller {
  name: string;
  kind: "nobody" | "session" | "token";
  headers: Record<string, string>;
  /** Null grants nothing. */
  role: Role | null;
  isScoped?: boolean;
}

const roles = ["admin", "privacy", "agent", "analyst", "viewer"] as const;
const oneBot: Scope = { bots: ["1"], accounts: null };

describeEachDatabase("the access matrix", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;
  let server: Awaited<ReturnType<typeof serveRoutes>>;
  let rows: Record<EndpointName, Row>;
  const callers: Caller[] = [];

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    const world = plantedWorld().map((one) => ({ ...one, visitorKey: `visitor of ${one.botId}` }));
    const sent = world.map(({ events, visitorKey }) => ({
      events: events.map((event) => ({ ...event, visitor: { key: visitorKey, id: 1 } })),
    }));
    for (const body of sent) await deliver(store, body);
    rows = rowsOf(await subjectOf(world, "1"), await subjectOf(world, "3"));
    server = await serveRoutes();
    callers.push(...(await everyCaller()));
  }, 60_000);

  afterAll(() => server.close());

  it("has a row for each method of each route", async () => {
    const written = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
    const served: string[] = [];
    for (const route of routes.filter((one) => !one.startsWith("[..."))) {
      const handlers = await handlersOf(route);
      const path = `/${route.replaceAll(/\[(\w+)\]/g, "{$1}")}`;
      const admin = some(callers).find(({ name }) => name === "session of admin");
      const request = { headers: admin?.headers ?? {} };
      // No path has both.
      const answers = ["PUT", "PATCH"].map((method) =>
        handlers[method]?.(new Request(`${server.url}/api/v1${path}`, { ...request, method }), null),
      );
      const refused = (await Promise.all(answers)).find((answer) => answer?.status === 405);
      const allowed = refused?.headers.get("allow")?.split(", ") ?? [];
      served.push(...allowed.filter((method) => method !== "HEAD").map((method) => `${method} ${path}`));
    }
    expect(served.sort()).toEqual(written.sort());
    expect(Object.keys(rows).sort()).toEqual(Object.keys(endpoints).sort());
  });

  it("declares the permissions of its rows", () => {
    for (const { name, permission } of Object.values(endpoints)) expect(permission, name).toBe(rows[name].needs);
  });

  it.each(Object.keys(endpoints) as EndpointName[])(
    "answers %s as everyone's rights say",
    { timeout: 60_000 },
    async (name) => {
      const row = rows[name];
      const { method } = endpoints[name];
      const found: Record<string, number> = {};
      const wanted: Record<string, number> = {};
      for (const caller of callers) {
        found[caller.name] = await send(method, row.path, caller);
        wanted[caller.name] = expected(caller, row, false);
        if (row.outside === undefined) continue;
        const outside = `${caller.name}, outside`;
        found[outside] = await send(method, row.outside, caller);
        wanted[outside] = expected(caller, row, true);
      }
      expect(found).toEqual(wanted);
    },
  );

  it("gives the metrics to those who read everything", async () => {
    for (const caller of callers) {
      const response = await metrics(new Request(`${server.url}/api/metrics`, { headers: headersOf(caller) }));
      const row = { needs: "read", path: "", wholeOnly: true } as const;
      expect(response.status, caller.name).toBe(expected(caller, row, false));
    }
  });

  function expected(
    { kind, role, isScoped = false }: Caller,
    { needs, changes, wholeOnly }: Row,
    isOutside: boolean,
  ): number {
    if (kind === "nobody") return 401;
    if (changes && kind === "token") return 403;
    if (needs !== null && (role === null || !permitted[needs].includes(role))) return 403;
    // Tokens only read.
    if (kind === "token" && (needs === "operate" || needs === "manage")) return 403;
    if (isScoped && wholeOnly) return 403;
    if (isScoped && isOutside) return 404;
    return changes ? 400 : 200;
  }

  async function everyCaller(): Promise<Caller[]> {
    const found: Caller[] = [{ name: "stranger", kind: "nobody", headers: {}, role: null }];
    const both = async (name: string, role: Role, scope = everything) => {
      const { cookie, viewer } = await signedIn(name.replaceAll(" ", "-"), role, scope);
      const { token } = await createApiToken(viewer, name);
      const isScoped = scope === everything ? {} : ({ isScoped: true } as const);
      found.push({ name: `session of ${name}`, kind: "session", headers: { cookie }, role, ...isScoped });
      found.push({ name: `token of ${name}`, kind: "token", headers: bearer(token), role, ...isScoped });
      return viewer;
    };
    for (const role of roles) await both(role, role);
    await both("scoped agent", "agent", oneBot);
    await both("scoped admin", "admin", oneBot);
    const agent = await both("demoted agent", "agent");
    await changeAccess(agent.userId, { role: "viewer" });
    for (const caller of found.slice(-2)) caller.role = "viewer";
    const unknown = await both("user of an unknown role", "admin");
    await store.records.user.update({ where: { id: unknown.userId }, data: { role: "emperor" } });
    for (const caller of found.slice(-2)) caller.role = null;

    const { viewer: maker } = await signedIn("maker", "admin");
    const scoped = await createApiToken(maker, "Scoped", { scope: oneBot });
    found.push({ name: "scoped token", kind: "token", headers: bearer(scoped.token), role: "admin", isScoped: true });
    const narrow = await createApiToken(maker, "Narrow", { permissions: ["read"] });
    found.push({ name: "narrow token", kind: "token", headers: bearer(narrow.token), role: "viewer" });
    const expired = await createApiToken(maker, "Expired", { expiresAt: 1n });
    found.push({ name: "expired token", kind: "nobody", headers: bearer(expired.token), role: null });
    const revoked = await createApiToken(maker, "Revoked");
    await revokeApiToken(maker, revoked.id);
    found.push({ name: "revoked token", kind: "nobody", headers: bearer(revoked.token), role: null });
    const { viewer: gone, cookie } = await signedIn("gone", "admin");
    await store.records.session.deleteMany({ where: { userId: gone.userId } });
    found.push({ name: "ended session", kind: "nobody", headers: { cookie }, role: null });
    return found;
  }

  async function subjectOf(world: readonly PlantedConversation[], botId: string): Promise<Subject> {
    const { key, visitorKey } = some(world.filter((one) => one.botId === botId))[0] as PlantedConversation;
    const { id } = await store.reader.conversation.findUniqueOrThrow({ where: { key } });
    const event = await store.reader.event.findFirstOrThrow({ where: { conversationId: id } });
    const requestId = `request of ${botId}`;
    await store.records.erasure.create({
      data: {
        ...{ id: requestId, subjectType: "visitor", subjectKey: visitorKey, subjectDigest: "", mode: "content" },
        ...{ reason: "Case 7", requestedBy: "admin@example.com", requestedAt: 0n, state: "running" },
      },
    });
    await store.records.personRequest.create({
      data: {
        ...{ id: requestId, kind: "access", person: "Somebody", visitors: JSON.stringify([visitorKey]) },
        ...{ receivedAt: 1n, dueAt: 2n, madeBy: "admin@example.com" },
      },
    });
    const { prompt: promptId } = await store.reader.promptText.findFirstOrThrow({ where: { botId } });
    const ids = { eventId: String(event.id), deliveryId: String(event.deliveryId), requestId, botId, promptId };
    return { key, visitorKey, ...ids };
  }

  async function send(method: string, path: string, caller: Caller): Promise<number> {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { origin: server.url, ...headersOf(caller) },
      ...(method === "GET" ? {} : { body: "{}" }),
    });
    await response.body?.cancel();
    return response.status;
  }

  let requests = 0;

  /** From another address each time, to stay below the limit of unknown tokens. */
  function headersOf({ headers }: Caller): Record<string, string> {
    requests++;
    return { ...headers, "x-forwarded-for": `198.51.${requests >> 8}.${requests & 255}` };
  }
});

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}
