import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { InputOf } from "@/lib/api/client/endpoint-types";
import type { EndpointName } from "@/lib/api/endpoints/endpoints";
import { openApi } from "@/lib/api/openapi/openapi";
import { addAccount } from "@/lib/auth/accounts";
import { auth } from "@/lib/auth/auth";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, samples } from "@/lib/testing/deliver";
import { type Answer, DocumentedApi, type Operation, type SentInput } from "@/lib/testing/documented-api";
import { manyConversations } from "@/lib/testing/many-conversations";
import { handlersOf, routes, serveRoutes } from "@/lib/testing/serve-routes";
import { useStore } from "@/lib/testing/use-store";

const token = "token-for-the-tests-of-operations";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const key = "42bb83f00d8240e5bb41290a12eb44401693552452";
const visitorKey = "a569015fa03d41a283ed4c66c4601966";
const account = { name: "Ines", email: "ines@example.com", password: "a kettle on the moon", role: "admin" } as const;
const newPassword = "a lantern on the river";

const given = { appUrl: "http://localhost:3000", version: "1.2.3" };
const { operations } = new DocumentedApi(openApi({ ...given, sessionCookie: "any" }));

it("describes exactly the methods of all routes", async () => {
  const served: string[] = [];
  for (const route of routes.filter((one) => !one.startsWith("[..."))) {
    const path = `/${route.replaceAll(/\[(\w+)\]/g, "{$1}")}`;
    for (const method of await methodsOf(route, path)) served.push(`${method} ${path}`);
  }
  expect(served.sort()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).sort());
});

/** A route lists its methods when it rejects another one. */
async function methodsOf(route: string, path: string): Promise<string[]> {
  const { PUT } = await handlersOf(route);
  const headers = { authorization: `Bearer ${token}` };
  const response = await PUT?.(
    new Request(`http://localhost:3000/api/v1${path}`, { method: "PUT", headers }),
    undefined,
  );
  expect(response?.status, path).toBe(405);
  const allowed = response?.headers.get("allow")?.split(", ") ?? [];
  return allowed.filter((method) => method !== "HEAD");
}

describeEachDatabase("the documented API", (openStore) => {
  let api: DocumentedApi;
  let server: Awaited<ReturnType<typeof serveRoutes>>;
  let cookie = "";
  const known = { open: [""], event: "", user: "", session: "" };
  /** Responses of earlier operations. */
  const answers: Partial<Record<string, { id: string }>> = {};
  const made = (name: EndpointName) => answers[name]?.id ?? "";

  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    api = new DocumentedApi(openApi({ ...given, sessionCookie: await sessionCookie() }));
    for (const sample of samples().values()) await deliver(store, sample);
    await deliver(store, "not JSON", "nor this", "nor that", ...manyConversations(10));
    await addAccount(account);
    const other = await addAccount({ ...account, email: "joe@example.com", role: "member" });
    if (other.ok) known.user = other.userId;
    await signIn(account.password);
    known.session = String((await store.reader.session.findFirst())?.id);
    cookie = await signIn(account.password);
    const open = await store.reader.delivery.findMany({ where: { resolution: "open" }, orderBy: { id: "asc" } });
    known.open = open.map(({ id }) => String(id));
    const { id: conversationId } = await store.reader.conversation.findFirstOrThrow({ where: { key } });
    known.event = String((await store.reader.event.findFirst({ where: { conversationId } }))?.id);
    server = await serveRoutes();
  });

  afterAll(() => server.close());

  /** Order matters: later operations change what earlier ones created. The last ones end sessions. */
  const inputs: { [Name in EndpointName]: () => InputOf<Name> } = {
    listConversations: () => ({
      filters: new URLSearchParams({ status: "open", "-label": "vip", "var-over.age": "5" }),
      query: { total: true, limit: 5, columns: ["var.plan,title"], sort: "-duration" },
    }),
    getConversation: () => ({ path: { key }, query: { at: known.event } }),
    listConversationEvents: () => ({ path: { key }, query: { last: true, limit: 3 } }),
    listQuestions: () => ({ path: { key } }),
    getTranscript: () => ({ path: { key }, query: { format: "json" } }),
    countConversations: () => ({ filters: new URLSearchParams({ q: "refund" }) }),
    listFacets: () => ({ query: { facet: ["label", "var.plan", "variables"], search: "a" } }),
    listFilterValues: () => ({}),
    exportConversations: () => ({ query: { format: "csv", bom: true, columns: ["key"] } }),
    getExportSize: () => ({ filters: new URLSearchParams({ "var.plan": "pro" }) }),
    getEvent: () => ({ path: { id: known.event } }),
    getVisitor: () => ({ path: { key: visitorKey } }),
    listVisitorEvents: () => ({ path: { key: visitorKey }, query: { order: "desc" } }),
    listVariableValues: () => ({ path: { key: visitorKey, name: "visitor_name" } }),
    listDeliveries: () => ({ query: { verdict: ["accepted", "quarantined"], size: ">10b", q: "message" } }),
    getDelivery: () => ({ path: { id: known.open[0] ?? "" } }),
    getDeliveryBody: () => ({ path: { id: known.open[0] ?? "" } }),
    getDeliveryActivity: () => ({}),
    reprocessDelivery: () => ({ path: { id: known.open[0] ?? "" }, body: { body: "still not JSON" } }),
    reprocessDeliveries: () => ({ body: { upTo: known.open.at(-1) ?? "" } }),
    dismissDeliveries: () => ({ body: { ids: known.open } }),
    restoreDeliveries: () => ({ body: { ids: known.open } }),
    getUnfamiliar: () => ({}),
    createView: () => ({ body: { name: "Open ones", search: "status=open", isShared: true } }),
    listViews: () => ({}),
    countViews: () => ({}),
    updateView: () => ({ path: { id: made("createView") }, body: { name: "All open ones" } }),
    setDefaultView: () => ({ body: { id: made("createView") } }),
    deleteView: () => ({ path: { id: made("createView") } }),
    createBookmark: () => ({ body: { conversationKey: key, eventId: known.event } }),
    listBookmarks: () => ({ query: { limit: 5 } }),
    listBookmarkKeys: () => ({}),
    updateBookmark: () => ({ path: { id: made("createBookmark") }, body: { note: "Look here" } }),
    deleteBookmark: () => ({ path: { id: made("createBookmark") } }),
    streamChanges: () => ({ query: { after: "0" } }),
    listChanges: () => ({ query: { after: "0" } }),
    getSetup: () => ({}),
    sendSamples: () => ({ body: {} }),
    getMe: () => ({}),
    getRebuild: () => ({}),
    getProjection: () => ({}),
    getOpenApi: () => ({}),
    createApiToken: () => ({ body: { name: "Weekly report" } }),
    revokeApiToken: () => ({ path: { id: made("createApiToken") } }),
    createWebhookToken: () => ({ body: { name: "Support Hunt" } }),
    revokeWebhookToken: () => ({ path: { id: made("createWebhookToken") } }),
    createUser: () => ({ body: { name: "Kim", email: "kim@example.com", role: "member" } }),
    updateUser: () => ({ path: { id: known.user }, body: { password: "generate" } }),
    deleteUser: () => ({ path: { id: known.user } }),
    revokeSession: () => ({ path: { id: known.session } }),
    changePassword: () => ({ body: { currentPassword: account.password, newPassword } }),
    revokeSessions: () => ({}),
  };

  it.each(Object.entries(inputs))("%s responds as documented", async (id, input) => {
    const operation = operationOf(id);
    for (const scheme of operation.schemes) {
      const answer = await send(operation, input(), scheme);
      expect(answer.status, answer.text).toBeLessThan(300);
      expect(api.problemsOf(operation, answer)).toEqual([]);
      if (answer.mediaType === "application/json") answers[id] = JSON.parse(answer.text);
    }
    if (id === "changePassword") cookie = await signIn(newPassword);
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    "%s rejects as documented",
    async (_id, operation) => {
      const session = operation.schemes.includes("token") ? "token" : "session";
      if (session === "session") cookie = await signIn(newPassword);
      const path = { id: "404", key: "unknown", name: "unknown" };
      const refused: [number, Answer][] = [
        [401, await api.send(server.url, operation, { path }, {})],
        [400, await send(operation, { path, query: { colour: "red" } }, session)],
      ];
      if (session === "session") refused.push([403, await api.send(server.url, operation, { path }, bearer())]);
      if (operation.statuses.includes(413)) refused.push([400, await send(operation, { path, body: [] }, session)]);
      for (const [status, answer] of refused) {
        expect(answer.status, answer.text).toBe(status);
        expect(api.problemsOf(operation, answer)).toEqual([]);
      }
    },
  );

  it.each([
    ["getConversation", { path: { key: "unknown" } }, 404],
    ["getConversation", { path: { key }, query: { at: "999999" } }, 404],
    ["getEvent", { path: { id: "999999" } }, 404],
    ["getVisitor", { path: { key: "unknown" } }, 404],
    ["getDeliveryBody", { path: { id: "999999" } }, 404],
    ["exportConversations", {}, 400],
    ["reprocessDelivery", { path: { id: "1" }, body: { body: "{}" } }, 409],
    ["updateView", { path: { id: "unknown" }, body: { name: "x" } }, 404],
    ["deleteView", { path: { id: "unknown" } }, 404],
    ["setDefaultView", { body: { id: "unknown" } }, 404],
    ["createBookmark", { body: { conversationKey: "unknown" } }, 404],
    ["updateBookmark", { path: { id: "unknown" }, body: { note: "x" } }, 404],
    ["deleteBookmark", { path: { id: "unknown" } }, 404],
    ["revokeApiToken", { path: { id: "unknown" } }, 404],
    ["revokeWebhookToken", { path: { id: "unknown" } }, 404],
    ["revokeSession", { path: { id: "unknown" } }, 404],
    ["updateUser", { path: { id: "unknown" }, body: { role: "admin" } }, 404],
    ["updateUser", { path: { id: "unknown" }, body: { password: "generate" } }, 404],
    ["deleteUser", { path: { id: "unknown" } }, 404],
    ["createUser", { body: { name: "Kim", email: "kim@example.com", role: "member" } }, 400],
    ["createApiToken", { body: { name: " " } }, 400],
    ["changePassword", { body: { currentPassword: "wrong", newPassword: "a boat in the attic" } }, 400],
  ] as const)("%s with %j responds %i as documented", async (id, input, status) => {
    cookie = await signIn(newPassword);
    const operation = operationOf(id);
    const answer = await send(operation, input, operation.schemes.includes("token") ? "token" : "session");
    expect(answer.status, answer.text).toBe(status);
    expect(api.problemsOf(operation, answer)).toEqual([]);
  });

  async function send(operation: Operation, input: SentInput & { filters?: URLSearchParams }, scheme: string) {
    const { filters, query, ...rest } = input;
    const variables = Object.fromEntries([...(filters ?? [])].filter(([name]) => name.startsWith("var")));
    const others = Object.fromEntries([...(filters ?? [])].filter(([name]) => !name.startsWith("var")));
    const withFilters = filters === undefined ? query : { ...query, ...others, variables };
    const header = operation.method === "GET" ? {} : { Origin: server.url };
    return api.send(
      server.url,
      operation,
      { ...rest, header, ...(withFilters && { query: withFilters }) },
      scheme === "token" ? bearer() : { cookie },
    );
  }

  function operationOf(id: string): Operation {
    const operation = api.operations.find((one) => one.id === id);
    if (operation === undefined) throw new Error(`${id} is not documented.`);
    return operation;
  }

  function bearer() {
    return { authorization: `Bearer ${token}` };
  }

  /** Uses only the cookie named in the document. */
  async function signIn(password: string): Promise<string> {
    const body = { email: account.email, password };
    const { headers } = await auth().api.signInEmail({ body, returnHeaders: true });
    const named = headers.getSetCookie().find((one) => one.startsWith(`${api.sessionCookie}=`));
    return named?.split(";")[0] ?? "";
  }
});
