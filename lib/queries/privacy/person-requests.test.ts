import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { AuditEntry } from "@/lib/api/schemas/privacy/audit";
import type { Person, PersonRequest } from "@/lib/api/schemas/privacy/person-request";
import { accessLog } from "@/lib/audit/access-log-of-process";
import { createApiToken } from "@/lib/auth/api-tokens";
import { bigintJson } from "@/lib/json/bigint-json";
import { countOpenRequests, forgetPersonInRequests } from "@/lib/store/records/person-requests";
import { type SignedIn, signedIn } from "@/lib/testing/access/signed-in";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { serveRoutes } from "@/lib/testing/serve-routes";
import { some } from "@/lib/testing/some";
import { unzipped } from "@/lib/testing/unzipped";
import { useStore } from "@/lib/testing/use-store";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

interface Told {
  visitor: string;
  name: string;
  email?: string;
  phone?: string;
  says?: string;
}

const people: Record<string, Told> = {
  first: { visitor: "v-first", name: "Zoë Müller-Okafor", email: "Zoe@Mail.example", phone: "+234 803 555 0147" },
  // The same person, with another name and no address.
  second: { visitor: "v-second", name: "Z. MULLER-OKAFOR", says: "I also wrote from my phone" },
  // The visitor's name was another one in an earlier conversation.
  early: { visitor: "v-third", name: "Ada Quill", email: "ada@old.example" },
  later: { visitor: "v-third", name: "Ada Stone", email: "ada@new.example" },
  other: { visitor: "v-other", name: "Ben Other", says: "Zoë Müller-Okafor told me to write" },
};

describeEachDatabase("people's requests", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;
  let server: Awaited<ReturnType<typeof serveRoutes>>;
  let officer: SignedIn;
  let agent: SignedIn;
  let scoped: SignedIn;

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    for (const [key, told] of Object.entries(people)) await deliver(store, { events: conversation(key, told) });
    officer = await signedIn("officer", "privacy");
    agent = await signedIn("agent", "agent");
    scoped = await signedIn("scoped", "admin", { bots: ["1"], accounts: null });
    server = await serveRoutes();
  });

  afterAll(() => server.close());

  it.each<[string, Record<string, string[]>]>([
    ["v-first", { "v-first": ["key"] }],
    ["zoe@mail.example", { "v-first": ["email"] }],
    ["0803 555 0147", { "v-first": ["phone"] }],
    ["+2348035550147", { "v-first": ["phone"] }],
    ["muller-okafor", { "v-first": ["name"], "v-second": ["name"] }],
    ["MÜLLER-OKAFOR", { "v-first": ["name"] }],
    ["ada quill", { "v-third": ["name"] }],
    ["ada@old.example", { "v-third": ["email"] }],
    ["mail.example", {}],
    ["555 0147 9", {}],
    ["nobody at all", {}],
    ["%%%", {}],
  ])("finds by %s", async (text, expected) => {
    const { data } = await json<{ data: Person[] }>(officer, `/privacy/people?q=${encodeURIComponent(text)}`);
    expect(Object.fromEntries(data.map(({ key, matches }) => [key, matches]))).toEqual(expected);
  });

  it("shows how many conversations a visitor has, and as whom they were last seen", async () => {
    const { data, hasMore } = await json<{ data: Person[]; hasMore: boolean }>(
      officer,
      "/privacy/people?q=ada%20quill",
    );
    expect(data).toMatchObject([{ name: "Ada Stone", email: "ada@new.example", conversationCount: 2 }]);
    expect(hasMore).toBe(false);
  });

  it("are entered with a due date in a month, changed, and closed, with all of it in their log", async () => {
    const made = await create({ kind: "correction", person: "Zoë", receivedAt: "2026-01-31", visitors: ["v-first"] });
    expect(made).toMatchObject({
      state: "open",
      dueAt: "2026-02-28T00:00:00.000000Z",
      madeBy: "officer@users.example",
    });
    const joined = await change(made.id, { addVisitors: ["v-second"], note: "Same person, says her e-mail" });
    expect(joined.visitors.map(({ key, name }) => [key, name])).toEqual([
      ["v-first", "Zoë Müller-Okafor"],
      ["v-second", "Z. MULLER-OKAFOR"],
    ]);
    await change(made.id, { removeVisitors: ["v-second"], dueAt: "2026-03-31" });
    const closed = await change(made.id, { close: "refused" });
    expect(closed).toMatchObject({ state: "refused", person: "Zoë", dueAt: "2026-03-31T00:00:00.000000Z" });
    expect(closed.closedAt).not.toBeNull();
    expect(closed.log.map(({ action, text, by }) => [action, text, by])).toEqual(
      [
        ["create", null],
        ["join", "v-first"],
        ["join", "v-second"],
        ["note", "Same person, says her e-mail"],
        ["separate", "v-second"],
        ["due", "2026-03-31T00:00:00.000000Z"],
        ["close", "refused"],
      ].map((entry) => [...entry, "officer@users.example"]),
    );
    expect((await send(officer, "PATCH", `/privacy/requests/${made.id}`, { note: "more" })).status).toBe(409);
    const { data } = await json<{ data: AuditEntry[] }>(officer, `/audit?subject=request:${made.id}`);
    expect(data.map(({ action }) => action)).toEqual([
      "request.close",
      "request.change",
      "request.change",
      "request.create",
    ]);
    // The audit log cannot be corrected, so it names nobody.
    expect(JSON.stringify(data.map(({ detail }) => detail))).not.toMatch(/v-first|v-second|Zoë|e-mail/);
  });

  it("lose no entry of several at once", async () => {
    const { id } = await create({ kind: "objection", person: "Zoë" });
    await Promise.all(["one", "two", "three", "four"].map((note) => change(id, { note })));
    const { log } = await json<PersonRequest>(officer, `/privacy/requests/${id}`);
    expect(log.flatMap(({ text }) => text ?? []).sort()).toEqual(["four", "one", "three", "two"]);
  });

  it("are listed by their due dates, in pages", async () => {
    await store.records.personRequest.deleteMany();
    for (const day of ["20", "10", "30"])
      await create({ kind: "access", person: `Due ${day}`, dueAt: `2199-01-${day}` });
    const { id } = await create({ kind: "access", person: "Closed" });
    await change(id, { close: "done" });
    const found: (string | null)[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const path: string = `/privacy/requests?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`;
      const page: { data: PersonRequest[]; nextCursor: string | null } = await json(officer, path);
      found.push(...page.data.map(({ person }) => person));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(["Due 10", "Due 20", "Due 30"]);
    const closed = await json<{ data: PersonRequest[] }>(officer, "/privacy/requests?state=closed");
    expect(closed.data.map(({ person }) => person)).toEqual(["Closed"]);
  });

  it("give an archive to read and to move, with who has read the data but no names of staff", async () => {
    const [event] = some(await store.reader.event.findMany({ where: { type: "message" }, orderBy: { id: "asc" } }));
    for (const path of ["/conversations/first", "/visitors/v-second", `/events/${event?.id}`]) await json(agent, path);
    await json(officer, "/conversations/other");
    await send(officer, "GET", "/conversations/first/transcript?format=txt");
    await send(officer, "GET", "/export?format=csv");
    const { token } = await createApiToken(officer.viewer, "CRM sync", { permissions: ["read", "personal"] });
    const sent = await fetch(`${server.url}/api/v1/conversations/second`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(sent.status).toBe(200);
    await accessLog().flush();
    const { id } = await create({ kind: "access", person: "Zoë", visitors: ["v-first", "v-second"] });
    const response = await send(officer, "GET", `/privacy/requests/${id}/archive`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/zip"]);
    const files = unzipped(new Uint8Array(await response.arrayBuffer()));
    const names = [...files.keys()];
    expect(names.filter((name) => /^conversations\/.+\.html$/.test(name))).toHaveLength(2);
    const moved = names.filter((name) => /^data\/2023.+\.json$/.test(name));
    expect(moved).toHaveLength(2);
    for (const name of moved) {
      const { conversation: state, events } = JSON.parse(files.get(name) ?? "");
      expect(["v-first", "v-second"]).toContain(state.visitor.key);
      expect(events).toHaveLength(state.eventCount);
    }
    const page = files.get("index.html") ?? "";
    for (const text of [
      "Zoë Müller-Okafor",
      "Zoe@Mail.example",
      "Recipients",
      "Exports of many conversations, which may contain the data: 1, 20",
    ]) {
      expect(page).toContain(text);
    }
    // Its links lead to the files.
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, path]) => decodeURIComponent(path ?? ""));
    expect(links.sort()).toEqual(names.filter((name) => links.includes(name)).sort());
    expect(links).toHaveLength(4);
    const reads: { purpose: string; by: string; count: number }[] = JSON.parse(files.get("data/access-log.json") ?? "");
    expect(reads.map(({ purpose, by }) => `${purpose} by ${by}`)).toEqual([
      "Reading a conversation by API token",
      "Reading a conversation by agent",
      "Checking an exact text by agent",
      "Downloading a transcript by privacy officer",
      "Reading the visitor's page by agent",
    ]);
    const everything = [...files].flat().join("\n");
    expect(everything).not.toMatch(/users\.example|Ben Other|told me to write/);
    const { log } = await json<PersonRequest>(officer, `/privacy/requests/${id}`);
    expect(log.at(-1)).toMatchObject({ action: "export", by: "officer@users.example" });
    await accessLog().flush();
    const exported = await json<{ data: AuditEntry[] }>(officer, "/audit?action=export.run");
    expect(exported.data.flatMap(({ subject }) => subject?.id ?? []).sort()).toEqual(["v-first", "v-second"]);
  });

  it("give no archive without a visitor, or of one that does not exist", async () => {
    const { id } = await create({ kind: "access", person: "Nobody" });
    expect((await send(officer, "GET", `/privacy/requests/${id}/archive`)).status).toBe(409);
    expect((await send(officer, "GET", "/visitors/unknown/archive")).status).toBe(404);
    expect((await send(officer, "GET", "/visitors/v-other/archive")).status).toBe(200);
  });

  it("keep no personal data once an erasure is closed", async () => {
    const { id } = await create({ kind: "erasure", person: "Zoë", visitors: ["v-first"], note: "Zoë called" });
    const closed = await change(id, { note: "Told Zoë", close: "done" });
    expect(closed).toMatchObject({ kind: "erasure", state: "done", person: null, visitors: [] });
    expect(closed.log.map(({ action, text }) => [action, text])).toEqual(
      ["create", "join", "note", "note", "close"].map((action) => [action, null]),
    );
    const row = await store.records.personRequest.findUniqueOrThrow({ where: { id } });
    expect(bigintJson(row)).not.toMatch(/Zoë|v-first/);
  });

  it("keep no personal data once their visitor is erased, but only closed ones", async () => {
    const kept = await create({ kind: "access", person: "Still open", visitors: ["v-other"] });
    const closed = await create({ kind: "access", person: "Was closed", visitors: ["v-other", "v-first"] });
    const unrelated = await create({ kind: "access", person: "Unrelated", visitors: ["v-first"] });
    for (const { id } of [closed, unrelated]) await change(id, { close: "done" });
    await store.records.$transaction((transaction) =>
      forgetPersonInRequests(transaction, { visitorKey: "v-other", erasureId: "e1" }),
    );
    const read = (id: string) => json<PersonRequest>(officer, `/privacy/requests/${id}`);
    expect(await read(closed.id)).toMatchObject({ person: null, visitors: [], kind: "access", state: "done" });
    expect(await read(unrelated.id)).toMatchObject({ person: "Unrelated", visitors: [{ key: "v-first" }] });
    const open = await read(kept.id);
    expect(open).toMatchObject({ person: "Still open", visitors: [{ key: "erased-e1", conversationCount: 0 }] });
    expect(JSON.stringify(open)).not.toContain("v-other");
    expect([await countOpenRequests(store, "e1"), await countOpenRequests(store, "e2")]).toEqual([1, 0]);
    // An open one forgets the person when it is closed.
    expect(await change(kept.id, { close: "done" })).toMatchObject({ person: null, visitors: [] });
  });

  it("are refused to those with a scope, and to those who may not see personal data", async () => {
    const { token } = await createApiToken(officer.viewer, "Masked", { permissions: ["read", "privacy"] });
    for (const path of [
      "/privacy/people?q=zoe",
      "/privacy/requests",
      "/privacy/requests/1",
      "/visitors/v-first/archive",
    ]) {
      for (const who of [agent, scoped]) expect((await send(who, "GET", path)).status, path).toBe(403);
      const headers = { authorization: `Bearer ${token}` };
      expect((await fetch(`${server.url}/api/v1${path}`, { headers })).status, path).toBe(403);
    }
    const body = { kind: "access", person: "Zoë" };
    for (const who of [agent, scoped]) expect((await send(who, "POST", "/privacy/requests", body)).status).toBe(403);
  });

  it("are not due before they were received", async () => {
    const body = { kind: "access", person: "Zoë", receivedAt: "2026-02-01", dueAt: "2026-01-01" };
    const response = await send(officer, "POST", "/privacy/requests", body);
    expect([response.status, (await response.json()).parameter]).toEqual([400, "dueAt"]);
  });

  async function create(body: object): Promise<PersonRequest> {
    const response = await send(officer, "POST", "/privacy/requests", body);
    const text = await response.text();
    expect(response.status, text).toBe(201);
    return JSON.parse(text);
  }

  async function change(id: string, body: object): Promise<PersonRequest> {
    const response = await send(officer, "PATCH", `/privacy/requests/${id}`, body);
    const text = await response.text();
    expect(response.status, text).toBe(200);
    return JSON.parse(text);
  }

  async function json<Answer>(who: SignedIn, path: string): Promise<Answer> {
    const response = await send(who, "GET", path);
    expect(response.status, path).toBe(200);
    return response.json() as Promise<Answer>;
  }

  function send({ cookie }: SignedIn, method: string, path: string, body?: object): Promise<Response> {
    const headers = { cookie, origin: "http://localhost:3000", "content-type": "application/json" };
    return fetch(`${server.url}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
});

let minutes = 0;

function conversation(key: string, { visitor, name, email, phone, says = "Hello" }: Told): object[] {
  const at = () => `2023-09-01 15:${String(minutes++).padStart(2, "0")}:00`;
  const variables = Object.entries({ visitor_name: name, visitor_email: email, visitor_phone: phone }).flatMap(
    ([variable, value]) => (value === undefined ? [] : [{ name: variable, type: "text", value }]),
  );
  return [
    eventOf("conversation_create", { title: `About ${key}`, created_at: at(), variables }, at(), key),
    eventOf("variables", { variables }, at(), key),
    eventOf("message", { message_by: { type: "visitor" }, message: { type: "text", text: says } }, at(), key),
  ].map((event) => ({ ...(event as object), visitor: { key: visitor, id: visitor.length } }));
}
