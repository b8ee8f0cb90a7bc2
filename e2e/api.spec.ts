import { expect, test } from "./support/app";
import { conversation } from "./support/webhook";

test("returns a conversation's state now and at each event", async ({ page, webhook }) => {
  const { key, create, event, visitorSays, agent } = conversation();
  const label = { id: 41, name: "refund" };
  await webhook.deliver(
    create("State", [{ type: "text", name: "browser", value: "Chrome" }]),
    visitorSays("Hello"),
    event("variables", { action_performed_by: agent, variables: [{ type: "text", name: "plan", value: "team" }] }),
    event("conversation_labels", { action_performed_by: agent, action: "added", labels: [label] }),
    event("variables", { action_performed_by: agent, variables: [{ type: "text", name: "plan", value: "pro" }] }),
    event("status", { closed_by: agent, status: "Close" }),
  );
  const now = await (await page.request.get(`/api/v1/conversations/${key}`)).json();
  expect(now).toMatchObject({
    key,
    title: "State",
    status: "closed",
    eventCount: 6,
    labels: [{ id: "41", name: "refund" }],
    variables: { plan: { value: "pro", scope: "conversation" }, browser: { scope: "system" } },
    messageCounts: { visitor: 1, bot: 0, user: 0 },
  });
  const { data } = await (await page.request.get(`/api/v1/conversations/${key}/events`)).json();
  expect(data).toHaveLength(6);
  const at = await (await page.request.get(`/api/v1/conversations/${key}?at=${data[2].id}`)).json();
  expect(at).toMatchObject({ status: "open", eventCount: 3, labels: [], variables: { plan: { value: "team" } } });
});

test("returns an event with its exact received text", async ({ page, webhook }) => {
  const { visitorSays, key } = conversation();
  const event = JSON.stringify(visitorSays("Zażółć 🙏")).replace('"conversation"', ' "conversation"');
  await webhook.post(`{"events": [${event}]}`);
  const { data } = await (await page.request.get(`/api/v1/conversations/${key}/events`)).json();
  const one = await (await page.request.get(`/api/v1/events/${data[0].id}`)).json();
  expect(one.raw).toBe(event);
  expect(one).toMatchObject({ type: "message", messageType: "text", text: "Zażółć 🙏" });
});

test("finds conversations by text and by filters", async ({ page, webhook }) => {
  const { create, visitorSays, key } = conversation();
  const word = `Straße${Date.now()}`;
  await webhook.deliver(create("Searched"), visitorSays(`Where is ${word}?`));
  for (const query of [`q=${word.slice(3).toLowerCase()}`, `q=${word}&status=open`, `q=${word}&bot=8101`]) {
    const { data } = await (await page.request.get(`/api/v1/conversations?${query}`)).json();
    expect(
      data.map((summary: { key: string }) => summary.key),
      query,
    ).toEqual([key]);
  }
  const closed = await (await page.request.get(`/api/v1/conversations?q=${word}&status=closed`)).json();
  expect(closed).toMatchObject({ data: [], nextCursor: null });
});

test("requires authentication", async ({ stranger, webhook }) => {
  const { create, key } = conversation();
  await webhook.deliver(create("Private"));
  for (const path of [
    "conversations",
    `conversations/${key}`,
    `conversations/${key}/events`,
    "deliveries",
    "export?format=csv",
  ]) {
    const refused = await stranger.request.get(`/api/v1/${path}`);
    expect([401, 404], path).toContain(refused.status());
    expect(await refused.text()).not.toContain("Private");
  }
  for (const path of ["/api/health", "/api/ready"]) expect((await stranger.request.get(path)).status()).toBe(200);
});

test("serves what its OpenAPI document describes, with the documented session and API token", async ({
  page,
  playwright,
  server,
}) => {
  const described = await page.request.get("/api/v1/openapi.json");
  expect(described.status()).toBe(200);
  const document: {
    servers: [{ url: string }];
    paths: Record<string, { get?: { security?: Record<string, unknown>[]; parameters?: Parameter[] } }>;
    components: { securitySchemes: { session: { name: string } } };
  } = await described.json();
  const { name } = document.components.securitySchemes.session;
  const cookie = (await page.context().cookies()).find((one) => one.name === name);
  expect(cookie).toBeDefined();
  const made = await page.request.post(`${server.url}/api/v1/settings/api-tokens`, {
    headers: { Origin: server.url },
    data: { name: "Of the document" },
  });
  expect(made.status()).toBe(201);
  const { token } = await made.json();
  for (const headers of [{ Cookie: `${name}=${cookie?.value}` }, { Authorization: `Bearer ${token}` }]) {
    const client = await playwright.request.newContext({
      baseURL: server.url,
      storageState: { cookies: [], origins: [] },
      extraHTTPHeaders: headers,
    });
    for (const [path, { get }] of Object.entries(document.paths)) {
      if (get === undefined || path.includes("{") || path === "/live") continue;
      const response = await client.get(`${document.servers[0].url}${path}?${requiredQuery(get.parameters ?? [])}`);
      const isForSessions = get.security?.every((scheme) => !("token" in scheme)) ?? false;
      expect(response.status(), path).toBe("Authorization" in headers && isForSessions ? 403 : 200);
    }
    await client.dispose();
  }
});

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: { enum?: string[] };
}

/** Values of required parameters that are not one of a list. */
const examples: Record<string, string> = { by: "var.plan", q: "Ines", step: "closed" };

/** The parameters that an operation requires, each with the first of its documented values. */
function requiredQuery(parameters: readonly Parameter[]): URLSearchParams {
  const required = parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  return new URLSearchParams(required.map(({ name, schema }) => [name, schema?.enum?.[0] ?? examples[name] ?? ""]));
}
