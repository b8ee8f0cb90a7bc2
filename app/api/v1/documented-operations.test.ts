import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { InputOf } from "@/lib/api/client/endpoint-types";
import type { EndpointName } from "@/lib/api/endpoints/endpoints";
import { openApi } from "@/lib/api/openapi/openapi";
import { addAccount } from "@/lib/auth/accounts";
import { auth } from "@/lib/auth/auth";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { currentCode } from "@/lib/testing/access/current-code";
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
  const handlers = await handlersOf(route);
  const headers = { authorization: `Bearer ${token}` };
  // No path has both.
  const answers = ["PUT", "PATCH"].map((method) =>
    handlers[method]?.(new Request(`http://localhost:3000/api/v1${path}`, { method, headers }), undefined),
  );
  const response = (await Promise.all(answers)).find((answer) => answer?.status === 405);
  expect(response?.status, path).toBe(405);
  const allowed = response?.headers.get("allow")?.split(", ") ?? [];
  return allowed.filter((method) => method !== "HEAD");
}

describeEachDatabase("the documented API", (openStore) => {
  let api: DocumentedApi;
  let server: Awaited<ReturnType<typeof serveRoutes>>;
  let cookie = "";
  let database: Awaited<ReturnType<typeof openStore>>;
  const known = {
    open: [""],
    erasable: "",
    event: "",
    bot: "",
    prompt: "",
    user: "",
    session: "",
    protected: "",
    erasureRequest: "erase",
  };
  /** Responses of earlier operations. */
  const answers: Partial<Record<string, { id: string; secret?: string }>> = {};
  const made = (name: EndpointName) => answers[name]?.id ?? "";

  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    database = store;
    api = new DocumentedApi(openApi({ ...given, sessionCookie: await sessionCookie() }));
    for (const sample of samples().values()) await deliver(store, sample);
    await deliver(store, "not JSON", "nor this", "nor that", ...manyConversations(10));
    await addAccount(account);
    const other = await addAccount({ ...account, email: "joe@example.com", role: "agent" });
    if (other.ok) known.user = other.userId;
    const factor = { secret: "", backupCodes: "" };
    const third = await addAccount({ ...account, email: "kit@example.com", role: "agent" });
    if (third.ok) await store.records.twoFactor.create({ data: { id: "1", userId: third.userId, ...factor } });
    if (third.ok) known.protected = third.userId;
    await addAccount({ ...account, email: "vic@example.com", role: "viewer" });
    await signIn(account.password);
    known.session = String((await store.reader.session.findFirst())?.id);
    cookie = await signIn(account.password);
    const open = await store.reader.delivery.findMany({ where: { resolution: "open" }, orderBy: { id: "asc" } });
    known.open = open.map(({ id }) => String(id));
    const { id: conversationId } = await store.reader.conversation.findFirstOrThrow({ where: { key } });
    await store.records.job.create({
      data: { kind: "erasure", key: "1", state: "dead", dueAt: 0n, createdAt: 0n, changedAt: 0n },
    });
    const erased = await store.reader.visitor.findFirstOrThrow({ where: { key: { not: visitorKey } } });
    await store.records.personRequest.create({
      data: {
        ...{ id: known.erasureRequest, kind: "erasure", person: "Somebody", visitors: JSON.stringify([erased.key]) },
        ...{ receivedAt: 1n, dueAt: 2n, madeBy: account.email },
      },
    });
    known.erasable = String((await store.reader.conversation.findFirst({ where: { key: { not: key } } }))?.key);
    known.event = String((await store.reader.event.findFirst({ where: { conversationId } }))?.id);
    const text = await store.reader.promptText.findFirstOrThrow({ where: { isWeak: false } });
    [known.bot, known.prompt] = [text.botId, text.prompt];
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
    listMetrics: () => ({}),
    getMetricSummary: () => ({
      filters: new URLSearchParams({ "-bot": "3" }),
      query: {
        metrics: ["started,handedOver", "replyTime"],
        compare: "previous",
        from: "2023-09-01",
        tz: "Asia/Kathmandu",
      },
    }),
    getMetricSeries: () => ({ query: { metric: "engaged", interval: "month", from: "2023-09-01", to: "2024-03-01" } }),
    getMetricDistribution: () => ({ query: { metric: "resolutionTime", from: "2023-09-01" } }),
    getMetricBreakdown: () => ({ query: { metric: "humanWait", by: "label", from: "2023-09-01" } }),
    listPeople: () => ({ query: { from: "2023-09-01" } }),
    listFlows: () => ({ query: { from: "2023-01-01" } }),
    getFlow: () => ({ path: { bot: known.bot }, query: { from: "2023-01-01" } }),
    getFlowPrompt: () => ({ path: { bot: known.bot, id: known.prompt }, query: { from: "2023-01-01" } }),
    getFlowWiring: () => ({ path: { bot: known.bot }, query: { from: "2023-01-01" } }),
    getFunnelResult: () => ({
      query: { step: [`asked=${known.prompt}`, "handedOver=yes", "closed"], within: "2h", from: "2023-01-01" },
    }),
    listStuck: () => ({ filters: new URLSearchParams({ status: "open" }), query: { limit: 10 } }),
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
    listAudit: () => ({ query: { action: ["search.run", "user.create"], from: "2026-01-01", limit: 5 } }),
    verifyAudit: () => ({}),
    listJobs: () => ({}),
    retryJob: () => ({ body: { kind: "erasure", key: "1" } }),
    getRebuild: () => ({}),
    getProjection: () => ({}),
    getOpenApi: () => ({}),
    setMasking: () => ({ body: { variables: { plan: true }, reveal: true } }),
    getMasking: () => ({}),
    getReveal: () => ({ path: { key } }),
    findPeople: () => ({ query: { q: "Amara" } }),
    createPersonRequest: () => ({
      body: { kind: "access", person: "Amara Bello, by e-mail", visitors: [visitorKey], receivedAt: "2026-11-30" },
    }),
    listPersonRequests: () => ({ query: { state: "open", limit: 5 } }),
    getPersonRequest: () => ({ path: { id: made("createPersonRequest") } }),
    getPersonArchive: () => ({ path: { id: made("createPersonRequest") } }),
    erasePerson: () => ({
      path: { id: known.erasureRequest },
      body: { mode: "content", reason: "Letter of 30 November" },
    }),
    updatePersonRequest: () => ({
      path: { id: made("createPersonRequest") },
      body: { note: "Sent by post", close: "done" },
    }),
    getVisitorArchive: () => ({ path: { key: visitorKey } }),
    createReveal: () => ({ path: { key }, body: { reason: "The visitor called us" } }),
    previewMasking: () => ({ query: { key } }),
    setRetention: () => ({
      body: {
        rules: [
          { category: "bodies", filter: "", ageDays: 30, action: "delete" },
          { category: "accessLog", filter: "", ageDays: 365, action: "delete" },
        ],
      },
    }),
    getRetention: () => ({}),
    previewRetention: () => ({
      body: { rules: [{ category: "quarantine", filter: "", ageDays: 1, action: "delete" }] },
    }),
    createErasure: () => ({ body: { conversationKey: known.erasable, mode: "content", reason: "Case 7" } }),
    listErasures: () => ({}),
    getErasure: () => ({ path: { id: made("createErasure") } }),
    createHold: () => ({ body: { visitorKey, reason: "Case 7" } }),
    getPrivacyKey: () => ({}),
    listHolds: () => ({}),
    deleteHold: () => ({ path: { id: made("createHold") } }),
    createApiToken: () => ({
      body: { name: "Weekly report", permissions: ["read"], expiresAt: "2199-01-01T00:00:00Z" },
    }),
    revokeApiToken: () => ({ path: { id: made("createApiToken") } }),
    createWebhookToken: () => ({ body: { name: "Support Hunt" } }),
    revokeWebhookToken: () => ({ path: { id: made("createWebhookToken") } }),
    listUsers: () => ({}),
    createUser: () => ({ body: { name: "Kim", email: "kim@example.com", role: "agent", invite: true } }),
    updateUser: () => ({ path: { id: known.user }, body: { password: "generate" } }),
    signOutUser: () => ({ path: { id: known.user } }),
    deleteUser: () => ({ path: { id: known.user } }),
    startSecondFactor: () => ({ body: { password: account.password } }),
    confirmSecondFactor: () => ({ body: { code: currentCode(answers.startSecondFactor?.secret ?? "") } }),
    renewBackupCodes: () => ({ body: { password: account.password } }),
    removeSecondFactor: () => ({ body: { password: account.password } }),
    resetSecondFactor: () => ({ path: { id: known.protected } }),
    getSecurity: () => ({}),
    updateSecurity: () => ({ body: { sessionHours: 24, secondFactorRoles: ["privacy"] } }),
    revokeSession: () => ({ path: { id: known.session } }),
    changePassword: () => ({ body: { currentPassword: account.password, newPassword } }),
    revokeSessions: () => ({}),
  };

  it.each(Object.entries(inputs))("%s responds as documented", async (id, input) => {
    const operation = operationOf(id);
    const usual = cookie;
    if (id === "createReveal") cookie = await signIn(account.password, "vic@example.com");
    for (const scheme of operation.schemes) {
      const answer = await send(operation, input(), scheme);
      expect(answer.status, answer.text).toBeLessThan(300);
      expect(api.problemsOf(operation, answer)).toEqual([]);
      if (answer.mediaType === "application/json") answers[id] = JSON.parse(answer.text);
    }
    cookie = usual;
    if (id === "changePassword") cookie = await signIn(newPassword);
    if (id === "removeSecondFactor") {
      // The setup has ended the first one.
      await signIn(account.password);
      const latest = { where: { user: { email: account.email } }, orderBy: { createdAt: "desc" } } as const;
      known.session = (await database.records.session.findFirstOrThrow(latest)).id;
      cookie = await signIn(account.password);
    }
    if (id === "confirmSecondFactor") cookie = await signInWithCode();
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
    ["setRetention", { body: { rules: [{ category: "bodies", filter: "", ageDays: 1, action: "mask" }] } }, 400],
    ["createHold", { body: { conversationKey: "unknown", reason: "Case 7" } }, 404],
    ["createHold", { body: { conversationKey: key, visitorKey, reason: "Case 7" } }, 400],
    ["createHold", { body: { conversationKey: key, reason: " " } }, 400],
    ["deleteHold", { path: { id: "unknown" } }, 404],
    ["createErasure", { body: { conversationKey: "unknown", mode: "whole", reason: "Case 7" } }, 404],
    ["createErasure", { body: { visitorKey: "unknown", mode: "whole", reason: "Case 7" } }, 404],
    ["createErasure", { body: { conversationKey: key, mode: "whole", reason: " " } }, 400],
    ["createErasure", { body: { conversationKey: key, mode: "whole", reason: "Case 7", refuseFuture: true } }, 400],
    ["getErasure", { path: { id: "unknown" } }, 404],
    ["revokeApiToken", { path: { id: "unknown" } }, 404],
    ["revokeWebhookToken", { path: { id: "unknown" } }, 404],
    ["revokeSession", { path: { id: "unknown" } }, 404],
    ["updateUser", { path: { id: "unknown" }, body: { role: "admin" } }, 404],
    ["updateUser", { path: { id: "unknown" }, body: { password: "generate" } }, 404],
    ["deleteUser", { path: { id: "unknown" } }, 404],
    ["resetSecondFactor", { path: { id: "unknown" } }, 404],
    ["startSecondFactor", { body: { password: "wrong" } }, 400],
    ["confirmSecondFactor", { body: { code: "000000" } }, 409],
    ["removeSecondFactor", { body: { password: "wrong" } }, 400],
    ["renewBackupCodes", { body: { password: newPassword } }, 409],
    ["getPersonRequest", { path: { id: "unknown" } }, 404],
    ["getPersonArchive", { path: { id: "unknown" } }, 404],
    ["getVisitorArchive", { path: { key: "unknown" } }, 404],
    ["updatePersonRequest", { path: { id: "unknown" }, body: { note: "x" } }, 404],
    ["createPersonRequest", { body: { kind: "access", person: "Somebody", visitors: ["unknown"] } }, 404],
    ["erasePerson", { path: { id: "unknown" }, body: { mode: "whole", reason: "Case 8" } }, 404],
    ["findPeople", { query: { q: "x" } }, 400],
    ["createReveal", { path: { key }, body: { reason: "They called us" } }, 409],
    ["createReveal", { path: { key: "unknown" }, body: { reason: "They called us" } }, 404],
    ["updateSecurity", { body: { passwordSignIn: false } }, 409],
    ["updateSecurity", { body: { sessionHours: 0 } }, 400],
    ["createUser", { body: { name: "Kim", email: "kim@example.com", role: "agent" } }, 400],
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

  /** As if a code had followed the password. */
  async function signInWithCode(): Promise<string> {
    const mine = { where: { email: account.email } };
    const setFactor = async (isOn: boolean) => {
      await database.records.twoFactor.updateMany({ data: { verified: isOn } });
      await database.records.user.update({ ...mine, data: { twoFactorEnabled: isOn } });
    };
    await setFactor(false);
    const signedIn = await signIn(account.password);
    await setFactor(true);
    return signedIn;
  }

  /** Uses only the cookie named in the document. */
  async function signIn(password: string, email: string = account.email): Promise<string> {
    const body = { email, password };
    const { headers } = await auth().api.signInEmail({ body, returnHeaders: true });
    const named = headers.getSetCookie().find((one) => one.startsWith(`${api.sessionCookie}=`));
    return named?.split(";")[0] ?? "";
  }
});
