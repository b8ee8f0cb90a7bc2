import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import type { Permission, Role } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { test as base, expect } from "../support/app";
import { appRoutes } from "../support/app-routes";
import { admin } from "../support/server";
import { conversation } from "../support/webhook";

interface Row {
  /** Null: everyone who is signed in. */
  needs: Permission | null;
  /** Not for those with a scope. */
  wholeOnly?: true;
  /** Which of the planted texts the page shows to those who may open it. */
  shows?: keyof Planted;
}

/** Every page behind the sign-in. */
const rows: Record<string, Row> = {
  "/": { needs: "read", shows: "conversation" },
  "/conversations/[key]": { needs: "read", shows: "conversation" },
  "/visitors/[key]": { needs: "read" },
  "/bookmarks": { needs: "read" },
  "/compare": { needs: "read" },
  "/deliveries": { needs: "raw", shows: "conversation" },
  "/stuck": { needs: "read" },
  "/analytics": { needs: "analytics" },
  "/flows": { needs: "analytics" },
  "/flows/[bot]": { needs: "analytics" },
  "/flows/[bot]/prompts/[id]": { needs: "analytics" },
  "/flows/[bot]/wiring": { needs: "analytics" },
  "/funnels": { needs: "analytics" },
  "/privacy": { needs: "privacy", wholeOnly: true },
  "/setup": { needs: "operate", shows: "webhookToken" },
  "/settings": { needs: null },
  "/settings/account": { needs: null },
  "/settings/audit": { needs: "privacy" },
  "/settings/security": { needs: "manage" },
  "/settings/privacy": { needs: "privacy" },
  "/settings/system": { needs: null },
  "/settings/tokens": { needs: null },
  "/settings/users": { needs: "manage", shows: "adminAddress" },
};

/** Pages for strangers. */
const open = ["/sign-in", "/invite/[secret]"];

/** The permissions of each role that pages require. */
const granted: Record<Role, readonly Permission[]> = {
  admin: ["read", "raw", "analytics", "operate", "manage", "privacy"],
  privacy: ["read", "raw", "analytics", "privacy"],
  agent: ["read", "raw", "analytics"],
  analyst: ["read", "analytics"],
  viewer: ["read"],
};

/** How Next's client and others ask for a page. */
const askedAs: Record<string, Record<string, string>> = {
  plain: { "sec-fetch-dest": "document" },
  subrequest: { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  RSC: { rsc: "1" },
  prefetch: { rsc: "1", "next-router-prefetch": "1" },
  "segment prefetch": { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  "prefetch of a page": { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/__PAGE__" },
};
const action = { "next-action": "7f0000000000000000000000000000000000000000", "content-type": "text/plain" };

interface Planted {
  conversation: string;
  webhookToken: string;
  adminAddress: string;
}

interface User {
  id: string;
  name: string;
  may: readonly Permission[];
  /** Sees the planted conversation. */
  isInScope: boolean;
  request: APIRequestContext;
}

const test = base.extend<{ planted: Planted & { key: string; visitorKey: string }; userOf: UserOf }>({
  planted: async ({ webhook, server }, use) => {
    const text = `planted-${randomUUID()}`;
    const visitorKey = `visitor-${randomUUID()}`;
    const { key, create, visitorSays } = conversation({ visitorKey, startedAt: new Date().toISOString() });
    await webhook.deliver(create(`Title ${text}`), visitorSays(text));
    await use({ conversation: text, webhookToken: server.webhookToken, adminAddress: admin.email, key, visitorKey });
  },

  userOf: async ({ request, server, playwright }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (role, scope) => {
      const email = `${role}-${randomUUID()}@example.com`;
      const headers = { origin: server.url };
      const data = { name: `The ${role}`, email, role, ...(scope && { scope }) };
      const made = await request.post("/api/v1/settings/users", { data, headers });
      expect(made.status(), await made.text()).toBe(201);
      const { id, password } = await made.json();
      const storageState = { cookies: [], origins: [] };
      const own = await playwright.request.newContext({ baseURL: server.url, storageState });
      opened.push(own);
      const answer = await own.post("/api/auth/sign-in/email", { data: { email, password }, headers });
      expect(answer.status()).toBe(200);
      return { id, name: `${scope ? "scoped " : ""}${role}`, may: granted[role], isInScope: !scope, request: own };
    });
    for (const one of opened) await one.dispose();
  },
});

type UserOf = (role: Role, scope?: Scope) => Promise<User>;

const elsewhere: Scope = { bots: ["no such bot"], accounts: null };

test("has a row for every page", () => {
  const pages = appRoutes().filter(({ path, kind }) => kind === "page" && !open.includes(path));
  expect(Object.keys(rows).sort()).toEqual(pages.map(({ path }) => path).sort());
});

const users: [Role, Scope?][] = [
  ["admin"],
  ["privacy"],
  ["agent"],
  ["analyst"],
  ["viewer"],
  ["agent", elsewhere],
  ["admin", elsewhere],
];
for (const [role, scope] of users) {
  test(`shows ${scope ? "a scoped" : "the"} ${role} their pages, and nothing of the others, however they are asked for`, async ({
    planted,
    userOf,
  }) => {
    await expectPagesOf(await userOf(role, scope), planted);
  });
}

test("takes the pages away with the next request after a demotion", async ({ planted, userOf, request, server }) => {
  const user = await userOf("admin");
  await expectPagesOf(user, planted);
  const changed = await request.patch(`/api/v1/settings/users/${user.id}`, {
    data: { role: "viewer" },
    headers: { origin: server.url },
  });
  expect(changed.status(), await changed.text()).toBe(200);
  await expectPagesOf({ ...user, name: "demoted admin", may: granted.viewer }, planted);
});

async function expectPagesOf(user: User, planted: Planted & { key: string; visitorKey: string }): Promise<void> {
  for (const [path, { needs, shows, wholeOnly }] of Object.entries(rows)) {
    const address = path.replace("[key]", path.startsWith("/visitors") ? planted.visitorKey : planted.key);
    const isAllowed = (needs === null || user.may.includes(needs)) && (user.isInScope || wholeOnly !== true);
    const hidden = hiddenFrom(user, isAllowed, planted);
    for (const [how, headers] of Object.entries(askedAs)) {
      const response = await user.request.get(address, { headers, maxRetries: 3 });
      const what = `${user.name}: ${how} ${address} answered ${response.status()}`;
      const told = (await response.text()) + JSON.stringify(response.headers());
      if (how === "plain") expect(response.status(), what).toBe(isAllowed ? 200 : 404);
      for (const text of hidden) expect(told.includes(text), `${what}: ${text} is told`).toBe(false);
      const isShown = how === "plain" && isAllowed && shows !== undefined && !hidden.includes(planted[shows]);
      if (isShown) expect(told, what).toContain(planted[shows]);
    }
    const acted = await user.request.post(address, { headers: action, data: "[]", maxRedirects: 0 });
    const told = await acted.text();
    for (const text of hidden) expect(told.includes(text), `${user.name}: action at ${address}`).toBe(false);
  }
}

/** What no answer for this page may contain. */
function hiddenFrom({ may, isInScope }: User, isAllowed: boolean, planted: Planted): string[] {
  return [
    ...(isAllowed && isInScope ? [] : [planted.conversation]),
    ...(isInScope && may.includes("operate") ? [] : [planted.webhookToken]),
    ...(isInScope && (may.includes("manage") || may.includes("privacy")) ? [] : [planted.adminAddress]),
  ];
}
