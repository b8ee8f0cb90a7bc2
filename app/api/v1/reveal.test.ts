import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { AuditEntry } from "@/lib/api/schemas/privacy/audit";
import { createApiToken } from "@/lib/auth/api-tokens";
import { changeAccess, removeAccount } from "@/lib/auth/change-account";
import { type SignedIn, signedIn } from "@/lib/testing/access/signed-in";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { serveRoutes } from "@/lib/testing/serve-routes";
import { some } from "@/lib/testing/some";
import { unzipped } from "@/lib/testing/unzipped";
import { useStore } from "@/lib/testing/use-store";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const name = "Zyxwilla Quorvathy";
const isPersonal = /zyxwilla|quorvathy/i;
const reason = "The visitor called about their order";
const visitorKey = "visitor-of-both";

describeEachDatabase("revealing a conversation", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;
  let server: Awaited<ReturnType<typeof serveRoutes>>;
  let admin: SignedIn;
  let officer: SignedIn;
  let viewer: SignedIn;
  let scoped: SignedIn;
  let token = "";
  let eventId = "";

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    await deliver(store, { events: [...conversation("opened"), ...conversation("other")] });
    admin = await signedIn("admin", "admin");
    officer = await signedIn("officer", "privacy");
    viewer = await signedIn("viewer", "viewer");
    scoped = await signedIn("scoped", "viewer", { bots: ["77"], accounts: null });
    token = (await createApiToken(viewer.viewer, "Report")).token;
    eventId = String((await store.reader.event.findFirstOrThrow({ orderBy: { id: "asc" } })).id);
    server = await serveRoutes();
  });

  afterAll(() => server.close());

  beforeEach(async () => {
    await changeAccess(viewer.viewer.userId, { role: "viewer" });
    await store.records.reveal.deleteMany();
    await allow(true);
  });

  const opened = (key: string) => [
    `/conversations/${key}`,
    `/conversations/${key}?at=${eventId}`,
    `/conversations/${key}/events`,
    `/conversations/${key}/events?last=true`,
    `/conversations/${key}/questions?format=csv`,
    ...["txt", "md", "html", "json"].map((format) => `/conversations/${key}/transcript?format=${format}`),
  ];

  it("shows its state, events, questions and transcripts", async () => {
    const paths = opened("opened").filter((path) => !path.includes("?at="));
    for (const path of paths) expect(await isShown(viewer, path), path).toBe(false);
    const { status, body } = await reveal(viewer, "opened");
    expect(status, JSON.stringify(body)).toBe(201);
    const minutes = (Date.parse(body.until) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThanOrEqual(15);
    for (const path of paths) expect(await isShown(viewer, path), path).toBe(true);
    expect(await stateOf(viewer, "opened")).toMatchObject({ allowed: true, until: body.until });
    const { remainingSeconds } = await json<{ remainingSeconds: number }>(viewer, "/conversations/opened/reveal");
    expect(remainingSeconds).toBeGreaterThan(14 * 60);
    expect(remainingSeconds).toBeLessThanOrEqual(15 * 60);
  });

  it("leaves everything else masked", async () => {
    await reveal(viewer, "opened");
    await changeAccess(viewer.viewer.userId, { role: "analyst" });
    await reveal(viewer, "opened");
    const paths = [
      ...opened("other").filter((path) => !path.includes("?at=")),
      "/conversations?columns=var.visitor_name",
      `/visitors/${visitorKey}`,
      `/visitors/${visitorKey}/events`,
      `/visitors/${visitorKey}/variables/visitor_name`,
      "/changes?after=0",
      "/export?format=csv&columns=title,visitor.name,lastMessage.text",
      "/export?format=jsonl",
      ...["txt", "md", "html", "json"].map((format) => `/export?format=zip&transcript=${format}`),
    ];
    for (const path of paths) {
      expect(await isShown(viewer, path), path).toBe(false);
      // They do contain it.
      if (!path.startsWith("/changes")) expect(await isShown(admin, path), path).toBe(true);
    }
    const search = await json<{ data: unknown[] }>(viewer, `/conversations?q=${encodeURIComponent(name)}`);
    expect(search.data).toEqual([]);
    for (const path of [`/events/${eventId}`, "/deliveries", "/conversations?sort=title"]) {
      expect((await send(viewer, path)).status, path).toBe(403);
    }
  });

  it("shows it to nobody else, and to no token", async () => {
    const other = await signedIn("colleague", "viewer");
    await reveal(viewer, "opened");
    expect(await isShown(other, "/conversations/opened")).toBe(false);
    const response = await fetch(`${server.url}/api/v1/conversations/opened`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([response.status, isPersonal.test(await response.text())]).toEqual([200, false]);
    const asked = await send(null, "/conversations/opened/reveal", { reason }, { authorization: `Bearer ${token}` });
    expect(asked.status).toBe(403);
  });

  it("ends by itself", async () => {
    await reveal(viewer, "opened");
    await store.records.reveal.updateMany({ data: { until: BigInt(Date.now()) * 1000n } });
    expect(await isShown(viewer, "/conversations/opened")).toBe(false);
    expect(await stateOf(viewer, "opened")).toEqual({ allowed: true, until: null, remainingSeconds: null });
    // The next one removes what has ended.
    await reveal(viewer, "opened");
    expect(await store.records.reveal.count()).toBe(1);
  });

  it("ends when the role changes, and stays ended", async () => {
    await reveal(viewer, "opened");
    await changeAccess(viewer.viewer.userId, { role: "analyst" });
    expect(await isShown(viewer, "/conversations/opened")).toBe(false);
    await changeAccess(viewer.viewer.userId, { role: "viewer" });
    expect(await isShown(viewer, "/conversations/opened")).toBe(false);
  });

  it("ends when an admin no longer allows it, and is refused from then on", async () => {
    await reveal(viewer, "opened");
    await allow(false);
    expect(await isShown(viewer, "/conversations/opened")).toBe(false);
    expect(await stateOf(viewer, "opened")).toEqual({ allowed: false, until: null, remainingSeconds: null });
    expect((await reveal(viewer, "opened")).status).toBe(403);
    await allow(true);
    expect(await isShown(viewer, "/conversations/opened")).toBe(false);
  });

  it("is allowed by an admin only, and not before", async () => {
    await store.records.setting.deleteMany({ where: { name: "reveal" } });
    expect((await reveal(viewer, "opened")).status).toBe(403);
    expect((await send(officer, "/privacy/masking", { reveal: true }, {}, "PUT")).status).toBe(403);
    expect((await send(viewer, "/privacy/masking", { reveal: true }, {}, "PUT")).status).toBe(403);
    expect((await json<{ reveal: boolean }>(officer, "/privacy/masking")).reveal).toBe(false);
    await allow(true);
    expect((await json<{ reveal: boolean }>(officer, "/privacy/masking")).reveal).toBe(true);
  });

  it("does not find a conversation outside the scope", async () => {
    for (const key of ["opened", "unknown"]) {
      expect((await reveal(scoped, key)).status, key).toBe(404);
      expect((await send(scoped, `/conversations/${key}/reveal`)).status, key).toBe(404);
    }
    expect(await store.records.reveal.count()).toBe(0);
  });

  it("requires a reason, and is of no use to those who see everything", async () => {
    expect((await send(viewer, "/conversations/opened/reveal", { reason: " " })).status).toBe(400);
    expect((await reveal(admin, "opened")).status).toBe(409);
    expect(await stateOf(admin, "opened")).toEqual({ allowed: false, until: null, remainingSeconds: null });
  });

  it("is in the audit log with its reason, like its setting", async () => {
    const { body } = await reveal(viewer, "opened");
    const { data } = await json<{ data: AuditEntry[] }>(officer, "/audit?subject=conversation:opened&action=reveal");
    const [entry] = some(data);
    expect(entry).toMatchObject({
      actor: { id: viewer.viewer.userId, role: "viewer" },
      detail: { reason, until: body.until },
    });
    await allow(false);
    const settings = await json<{ data: AuditEntry[] }>(officer, "/audit?subject=setting:reveal&limit=1");
    expect(settings.data[0]).toMatchObject({ action: "setting.change", detail: { before: true, after: false } });
  });

  it("ends with the account", async () => {
    const leaver = await signedIn("leaver", "viewer");
    await reveal(leaver, "opened");
    expect(await removeAccount(leaver.viewer.userId, 1n)).toEqual({ ok: true });
    expect(await store.records.reveal.count()).toBe(0);
  });

  async function allow(isAllowed: boolean): Promise<void> {
    expect((await send(admin, "/privacy/masking", { reveal: isAllowed }, {}, "PUT")).status).toBe(200);
  }

  async function reveal(who: SignedIn, key: string): Promise<{ status: number; body: { until: string } }> {
    const response = await send(who, `/conversations/${key}/reveal`, { reason });
    return { status: response.status, body: await response.json() };
  }

  async function stateOf(who: SignedIn, key: string): Promise<unknown> {
    return json(who, `/conversations/${key}/reveal`);
  }

  async function isShown(who: SignedIn, path: string): Promise<boolean> {
    const response = await send(who, path);
    expect(response.status, path).toBe(200);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isZip = response.headers.get("content-type") === "application/zip";
    const text = isZip ? [...unzipped(bytes)].flat().join("\n") : new TextDecoder().decode(bytes);
    return isPersonal.test(text) || isPersonal.test([...response.headers].join("\n"));
  }

  async function json<Answer>(who: SignedIn, path: string): Promise<Answer> {
    return (await send(who, path)).json() as Promise<Answer>;
  }

  function send(
    who: SignedIn | null,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    method = "POST",
  ): Promise<Response> {
    const own = { cookie: who?.cookie ?? "", origin: "http://localhost:3000", ...headers };
    const sent =
      body === undefined
        ? { headers: own }
        : { method, headers: { ...own, "content-type": "application/json" }, body: JSON.stringify(body) };
    return fetch(`${server.url}/api/v1${path}`, sent);
  }
});

let seconds = 0;

/** A conversation in which a visitor says their name, and answers a question with it. */
function conversation(key: string): unknown[] {
  const at = () => `2023-09-01 15:00:${String(seconds++).padStart(2, "0")}`;
  const message = (by: string, sent: object) =>
    eventOf("message", { message_by: { type: by }, message: sent }, at(), key);
  return [
    eventOf("conversation_create", { title: `Chat with ${name}`, created_at: at() }, at(), key),
    eventOf("variables", { variables: [{ name: "visitor_name", value: name }] }, at(), key),
    message("bot", { type: "button", payload: { title: `Is this you, ${name}?`, buttons: [{ title: name }] } }),
    message("visitor", { type: "text", text: `I am ${name}` }),
  ].map((event) => ({ ...(event as object), visitor: { key: visitorKey, id: 1 } }));
}
