import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { test as base, expect } from "../support/app";
import { type AppRoute, appRoutes } from "../support/app-routes";
import { admin } from "../support/server";
import { conversation } from "../support/webhook";

/** Public routes, each with its reason. All others require authentication. */
const open: Record<string, string> = {
  "/api/webhook": "checks a token of its own",
  "/api/health": "says that the process lives, and its version",
  "/api/ready": "says whether a delivery would be stored, and why not",
  "/sign-in": "is where strangers go",
  "/api/auth/sign-in/email": "is how a session begins",
  "/api/auth/sign-out": "ends the caller's own session, if any",
  "/api/auth/get-session": "gives null without a session",
  "/invite/[secret]": "shows the name of the user whom its link invites, and nothing else",
  "/api/auth/invitation": "wants the secret of an invitation's link",
  "/api/auth/second-factor": "is the second step of signing in",
  "/api/auth/oidc": "begins a sign-in with the identity provider",
  "/api/auth/callback/oidc": "is where the identity provider sends browsers back to",
  "/api/auth/first-account": "wants the printed code, and works only while nobody has an account",
};

/** Headers that have bypassed checks of Next applications. */
const disguises: Record<string, string>[] = [
  {},
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-subrequest": "src/middleware" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { "next-action": "x" },
  { "next-action": "7f0000000000000000000000000000000000000000", "content-type": "text/plain;charset=UTF-8" },
  { "x-nextjs-data": "1" },
  { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" },
  { "x-forwarded-host": "localhost", host: "localhost" },
  { "x-playhead-path": "/sign-in", "x-invoke-path": "/sign-in", "x-matched-path": "/sign-in" },
  { "x-rewrite-url": "/sign-in", "x-original-url": "/sign-in" },
  { authorization: "Bearer " },
  { authorization: "Basic YWRtaW46YWRtaW4=" },
  { cookie: "playhead.session_token=wrong.wrong" },
];

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

interface Secrets {
  /** Texts in the data, which no unauthenticated response may contain. */
  texts: string[];
  conversationKey: string;
  visitorKey: string;
  eventId: string;
}

const test = base.extend<{ secrets: Secrets; caller: APIRequestContext }>({
  caller: async ({ playwright, server }, use) => {
    const caller = await playwright.request.newContext({
      baseURL: server.url,
      storageState: { cookies: [], origins: [] },
    });
    await use(caller);
    await caller.dispose();
  },

  secrets: async ({ webhook, request, server }, use) => {
    const text = `secret-${randomUUID()}`;
    const visitorKey = `visitor-${randomUUID()}`;
    const { key, create, visitorSays } = conversation({ visitorKey });
    await webhook.deliver(create(`Title ${text}`), visitorSays(text));
    const events = await request.get(`/api/v1/conversations/${key}/events`);
    const eventId = (await events.json()).data[0].id;
    await use({ texts: [text, server.webhookToken, admin.email], conversationKey: key, visitorKey, eventId });
  },
});

test("rejects unauthenticated requests at every route, with any of these headers", async ({ caller, secrets }) => {
  test.setTimeout(240_000);
  for (const [place, route] of appRoutes()
    .filter(({ path }) => !(path in open))
    .entries()) {
    const address = fill(route, secrets);
    // A different address for each route, to stay below the limit of wrong tokens.
    const wrongToken = { authorization: "Bearer wrong", "x-forwarded-for": `198.51.100.${place}` };
    const sent = [...disguises, wrongToken, ...layoutsAtHand(route, secrets)].flatMap((headers): Sent[] => {
      const isPlain = Object.keys(headers).length === 0;
      return (isPlain ? methods : ["GET", "POST"]).map((method) => ({ method, headers }));
    });
    await Promise.all(
      sent.map(async ({ method, headers }) => {
        const response = await send(caller, address, { method, headers, ...bodyFor(method) });
        const what = `${method} ${address} ${JSON.stringify(headers)} answered ${response.status()}`;
        expect(await isRefusal(route, { method, headers }, response), what).toBe(true);
        await expectNoData(response, secrets, what);
      }),
    );
  }
});

test("has only the listed public routes, and they reveal nothing", async ({ caller, secrets }) => {
  const paths = appRoutes().map(({ path }) => path);
  for (const path of Object.keys(open)) {
    expect(paths, "a listed address that no longer exists").toContain(path);
    for (const headers of disguises) {
      const response = await caller.get(path, { headers, maxRedirects: 0 });
      await expectNoData(response, secrets, `GET ${path} ${JSON.stringify(headers)}`);
    }
  }
});

test("reveals nothing at unknown routes", async ({ caller, secrets }) => {
  for (const path of [
    "/nothing",
    "/api/nothing",
    "/api/v1/nothing",
    "/_next/data/x.json",
    "/_next/image?url=/x&w=64&q=75",
  ]) {
    const response = await caller.get(path, { maxRedirects: 0 });
    expect([400, 401, 404], path).toContain(response.status());
    await expectNoData(response, secrets, path);
  }
});

test("answers authenticated requests, without caching", async ({ request, secrets }) => {
  const readable = appRoutes().filter(({ path }) => !(path in open) && !path.startsWith("/api/v1/live"));
  let answers = 0;
  for (const route of readable) {
    const address = fill(route, secrets);
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.headers()["cache-control"], address).toContain("no-store");
    const policy = route.kind === "route" ? "default-src 'none'; base-uri" : "script-src 'self' 'nonce-";
    expect(response.headers()["content-security-policy"], address).toContain(policy);
    expect(response.headers()["x-content-type-options"], address).toBe("nosniff");
    if (response.status() === 200 && (await response.text()).includes(secrets.texts[0] ?? "")) answers++;
  }
  expect(answers, "the secret is where the tests look for it").toBeGreaterThanOrEqual(4);
});

test("sets the security headers on errors, assets and the webhook's responses too", async ({
  caller,
  server,
  page,
}) => {
  await page.goto("/");
  const asset = await page.locator('link[rel="stylesheet"]').first().getAttribute("href");
  for (const [method, path, status] of [
    ["GET", asset ?? "", 200],
    ["GET", "/nothing", 404],
    ["GET", "/_next/static/nothing.js", 404],
    ["GET", "/favicon.ico", 200],
    ["GET", "/_next/image?url=%2Ficon.svg&w=64&q=75", 404],
    ["GET", "/api/nothing", 401],
    ["GET", "/api/health", 200],
    ["GET", "/api/webhook", 200],
    ["POST", "/api/webhook", 401],
    ["PUT", "/api/webhook", 405],
    ["GET", "/%E0%A4%A", 400],
  ] as const) {
    const response = await caller.fetch(`${server.url}${path}`, { method, maxRedirects: 0 });
    expect(response.status(), `${method} ${path}`).toBe(status);
    expect(response.headers(), `${method} ${path}`).toMatchObject({
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
    });
  }
});

test("allows an API token to read, but not to change anything", async ({ caller, request, secrets, server }) => {
  const headers = { origin: server.url };
  const made = await request.post("/api/v1/settings/api-tokens", { data: { name: "Test" }, headers });
  const { id, token } = await made.json();
  const authorization = `Bearer ${token}`;
  const read = await caller.get(`/api/v1/conversations/${secrets.conversationKey}`, { headers: { authorization } });
  expect(read.status()).toBe(200);

  for (const route of closedRoutes()) {
    const address = fill(route, secrets);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
      const response = await caller.fetch(address, { method, headers: { ...headers, authorization }, data: {} });
      expect(refusalsOf(route), `${method} ${address} answered ${response.status()}`).toContain(response.status());
    }
  }
  expect((await caller.get("/settings/users", { headers: { authorization }, maxRedirects: 0 })).status()).toBe(307);

  await request.delete(`/api/v1/settings/api-tokens/${id}`, { headers, data: {} });
  const late = await caller.get(`/api/v1/conversations/${secrets.conversationKey}`, { headers: { authorization } });
  expect(late.status()).toBe(401);
});

test("rejects changes from pages of other sites", async ({ request, secrets }) => {
  for (const route of closedRoutes()) {
    const address = fill(route, secrets);
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, {}]) {
      const response = await request.post(address, { headers: headers as Record<string, string>, data: {} });
      expect(refusalsOf(route), `POST ${address} ${JSON.stringify(headers)}`).toContain(response.status());
    }
  }
});

/** The API's protected routes, except for the catch-all that responds 404. */
function closedRoutes(): AppRoute[] {
  return appRoutes().filter(({ path, kind }) => kind === "route" && !(path in open) && !path.endsWith("[...path]"));
}

/** How a route refuses to change anything. Jobs are run by the holder of their own secret only, whoever else is signed in. */
function refusalsOf({ path }: AppRoute): readonly number[] {
  return path === "/api/jobs/tick" ? [401, 405] : [403, 405];
}

function fill({ path, folders }: AppRoute, { conversationKey, visitorKey, eventId }: Secrets): string {
  const key = folders.includes("visitors") ? visitorKey : conversationKey;
  return path
    .replace("[key]", key)
    .replace("[id]", folders.includes("events") ? eventId : "1")
    .replace("[name]", "visitor_name")
    .replace("[...path]", "no/such/call");
}

function bodyFor(method: string) {
  return method === "GET" || method === "HEAD" || method === "OPTIONS" ? {} : { data: "{}" };
}

/**
 * The headers of Next's client router when it has the outer layouts and only requests the inner part: the server then skips the
 * layouts, including their checks.
 */
function layoutsAtHand(route: AppRoute, secrets: Secrets): Record<string, string>[] {
  if (route.kind === "route") return [];
  const segments = route.folders.map((name) => {
    const parameter = /^\[(.*)\]$/.exec(name)?.[1];
    return parameter === undefined ? name : [parameter, fill({ ...route, path: name }, secrets), "d", null];
  });
  return segments.map((_, depth) => {
    const elsewhere: unknown[] = ["elsewhere", { children: ["__PAGE__", {}] }];
    const tree = segments.slice(0, depth).reduceRight((children, segment) => [segment, { children }], elsewhere);
    return { rsc: "1", "next-router-state-tree": encodeURIComponent(JSON.stringify(["", { children: tree }])) };
  });
}

interface Sent {
  method: string;
  headers: Record<string, string>;
}

/** An API route responds 401; a page redirects to the sign-in page. An unsupported method may respond 405. */
async function isRefusal({ kind }: AppRoute, { method, headers }: Sent, response: APIResponse): Promise<boolean> {
  const status = response.status();
  if (kind === "route") return status === 401 || status === 405 || (method === "OPTIONS" && status === 204);
  if (status === 307) return /^\/sign-in(\?|$)/.test(response.headers().location ?? "");
  if (status === 200) return isRefusalForRouter(headers, await response.text());
  return (method === "POST" || method === "OPTIONS") && [400, 404, 405, 409].includes(status);
}

/**
 * The response for Next's client router: the redirect within its payload, or for a prefetch only the names of the path's
 * segments.
 */
function isRefusalForRouter(headers: Record<string, string>, payload: string): boolean {
  if (headers.rsc === undefined) return false;
  const isPrefetch = headers["next-router-prefetch"] !== undefined;
  return /NEXT_REDIRECT;\w+;\/sign-in[?;]/.test(payload) || (isPrefetch && payload.length < 1000);
}

/** Sends a request; if Next redirects to add the router's cache key to the URL, follows that redirect. */
async function send(caller: APIRequestContext, address: string, options: Parameters<APIRequestContext["fetch"]>[1]) {
  // An idle connection may close while it is reused: then Playwright sends again.
  const once = { ...options, maxRedirects: 0, maxRetries: 3 };
  const response = await caller.fetch(address, once);
  const { location = "" } = response.headers();
  const isSamePage = response.status() === 307 && /[?&]_rsc(=|$)/.test(location) && !location.startsWith("/sign-in");
  return isSamePage ? caller.fetch(location, once) : response;
}

async function expectNoData(response: APIResponse, { texts }: Secrets, what: string): Promise<void> {
  const told = (await response.text()) + JSON.stringify(response.headers());
  for (const text of texts) expect(told.includes(text), `${what}: ${text} is told`).toBe(false);
}
