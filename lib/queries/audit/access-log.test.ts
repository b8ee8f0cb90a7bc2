import { parse } from "csv-parse/sync";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Role } from "@/lib/access/permissions";
import type { AuditEntry, AuditVerification } from "@/lib/api/schemas/privacy/audit";
import { accessLog } from "@/lib/audit/access-log-of-process";
import { addAccount } from "@/lib/auth/accounts";
import type { Store } from "@/lib/store/connection/client";
import { signIn } from "@/lib/testing/access/signed-in";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { handlersOf, routeOf } from "@/lib/testing/serve-routes";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";

const token = "token-for-the-tests-of-the-audit-log";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const password = "a kettle on the moon";

describeEachDatabase("the access log", (openStore) => {
  let store: Store;
  /** The headers of each viewer. */
  const viewers = new Map<string, Record<string, string>>();

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    await deliver(store, ...manyConversations(30), "not JSON");
    for (const [name, role] of [
      ["Ada", "admin"],
      ["Ben", "agent"],
      ["Cy", "privacy"],
    ] as const) {
      viewers.set(name, { cookie: await signedIn(name, role) });
    }
    viewers.set("PLAYHEAD_API_TOKEN", { authorization: `Bearer ${token}` });
  }, 60_000);

  beforeEach(async () => {
    await accessLog().flush();
  });

  it("has exactly one entry per viewer and subject of 500 reads", async () => {
    const conversations = some(await store.reader.conversation.findMany({ orderBy: { id: "asc" }, take: 20 }));
    const expected = new Set<string>();
    const from = await lastAccessId(store);
    const names = [...viewers.keys()];
    for (let place = 0; place < 500; place++) {
      const conversation = conversations[(place * 7) % conversations.length];
      if (conversation === undefined) throw new Error("no conversation");
      const { key, visitorKey, lastEventId } = conversation;
      const name = names[place % names.length] ?? "";
      const reads: [string, string][] = [
        [`/conversations/${key}`, `conversation.read conversation ${key}`],
        [`/conversations/${key}/events?limit=5`, `conversation.read conversation ${key}`],
        [`/conversations/${key}/questions`, `conversation.read conversation ${key}`],
        [`/conversations/${key}/transcript`, `transcript.read conversation ${key}`],
        [`/visitors/${visitorKey}`, `visitor.read visitor ${visitorKey}`],
        [`/visitors/${visitorKey}/events?limit=5`, `visitor.read visitor ${visitorKey}`],
        [`/events/${lastEventId}`, `raw.read event ${lastEventId}`],
        ["/deliveries/1", "delivery.read delivery 1"],
        ["/deliveries/1/raw", "raw.read delivery 1"],
        [`/conversations?q=word${place % 9}&limit=2`, `search.run conversations q=word${place % 9}&sort=-lastEventAt`],
        ["/conversations?status=open&limit=3&total=true", "search.run conversations status=open&sort=-lastEventAt"],
        ["/export?format=csv&q=word", "export.run conversations q=word&format=csv&transcript=txt"],
        ["/deliveries?verdict=accepted", "search.run deliveries verdict=accepted"],
        ["/counts?q=word", "search.run counts q=word"],
        ["/export/size?q=word", "search.run export size q=word"],
        ["/facets?facet=var.plan&limit=5", "search.run facets facet=var.plan&search="],
        ["/facets?facet=bot&search=word", "search.run facets facet=bot&search=word"],
        // What shows nothing is not recorded.
        ["/conversations/unknown", ""],
        ["/facets?facet=bot", ""],
      ];
      const [path, entry] = reads[(place * 11 + (place % 13)) % reads.length] ?? ["", ""];
      const response = await get(path, viewers.get(name));
      expect(response.status, path).toBe(path.endsWith("unknown") ? 404 : 200);
      await response.body?.cancel();
      if (entry !== "") expected.add(`${name} ${entry}`);
    }
    await accessLog().flush();
    const rows = await store.reader.auditEntry.findMany({ where: { log: "access", id: { gt: from } } });
    const written = rows.map(({ actorName, action, subjectType, subjectId, detail }) => {
      const about = detail === null ? `${subjectType} ${subjectId}` : Object.values(JSON.parse(detail)).join(" ");
      return `${actorName} ${action} ${about}`;
    });
    expect(written.sort()).toEqual([...expected].sort());
    expect(expected.size).toBeGreaterThan(100);
    expect(await verified()).toMatchObject({ ok: true, firstBroken: null });
  }, 120_000);

  it("has the conversation of a preview of masking, given or not", async () => {
    const { key } = await store.reader.conversation.findFirstOrThrow({ orderBy: { id: "asc" } });
    const preview = async (parameters: string) => {
      const response = await get(`/privacy/masking/preview${parameters}`, viewers.get("Cy"));
      return (await response.json()).conversation.key;
    };
    const subjects = [await preview(""), await preview(`?key=${key}`)];
    await accessLog().flush();
    for (const subject of subjects) {
      const { data } = await entries(`subject=conversation:${subject}&actor=${await idOf(store, "Cy")}`);
      expect(data).toMatchObject([{ action: "conversation.read" }]);
    }
  });

  it("has one spelling of an id: others are unknown", async () => {
    for (const path of ["/events/0001", "/deliveries/01", "/deliveries/0001/raw"]) {
      expect((await get(path, viewers.get("Ben"))).status).toBe(404);
    }
  });

  it("records again after ten minutes, with role and exact address", async () => {
    const { key } = await store.reader.conversation.findFirstOrThrow({ orderBy: { id: "desc" } });
    const read = () => get(`/conversations/${key}`, { ...viewers.get("Ben"), "x-forwarded-for": "2001:db8::17" });
    vi.useFakeTimers({ toFake: ["performance"] });
    try {
      for (const minutes of [0, 9, 2]) {
        vi.advanceTimersByTime(minutes * 60_000);
        expect((await read()).status).toBe(200);
      }
    } finally {
      vi.useRealTimers();
    }
    const { data } = await entries(`subject=conversation:${key}&actor=${await idOf(store, "Ben")}`);
    expect(data).toHaveLength(2);
    expect(data[0]).toMatchObject({ actor: { kind: "user", name: "Ben", role: "agent" }, ip: "2001:db8::17" });
  });

  it("does not fail a read while it cannot be written, and is written later", async () => {
    const { key } = await store.reader.conversation.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    const chain = await store.records.auditChain.delete({ where: { log: "access" } });
    expect((await get(`/visitors/unknown-${key}`, viewers.get("Ben"))).status).toBe(404);
    expect((await get(`/conversations/${key}?at=`, viewers.get("Ben"))).status).toBe(400);
    expect((await get(`/conversations/${key}/transcript?format=md`, viewers.get("Cy"))).status).toBe(200);
    expect((await get("/bookmarks", viewers.get("Cy"))).status).toBe(200);
    await accessLog().flush();
    await store.records.auditChain.create({ data: chain });
    const { data } = await entries(`action=search.run&actor=${await idOf(store, "Cy")}&limit=1`);
    expect(data).toMatchObject([{ detail: { list: "bookmarks" } }]);
    expect(await verified()).toMatchObject({ ok: true });
  });

  describe("is listed", () => {
    it("newest first, page by page", async () => {
      const seen: AuditEntry[] = [];
      let cursor = "";
      do {
        const page = await entries(`limit=37${cursor}`);
        seen.push(...page.data);
        cursor = page.nextCursor === null ? "" : `&cursor=${page.nextCursor}`;
      } while (cursor !== "");
      expect(new Set(seen.map(({ id }) => id)).size).toBe(await store.reader.auditEntry.count());
      expect(seen.map(({ at }) => at)).toEqual(
        seen
          .map(({ at }) => at)
          .sort()
          .reverse(),
      );
    });

    it("by action, actor and time", async () => {
      const ben = await idOf(store, "Ben");
      const { data } = await entries(`action=visitor.read&action=raw.read&actor=${ben}&from=2020-01-01&limit=200`);
      expect(some(data).every(({ action, actor }) => /visitor|raw/.test(action) && actor.id === ben)).toBe(true);
      expect((await entries("to=2020-01-01")).data).toEqual([]);
      expect((await get("/audit?from=soon", viewers.get("Ada"))).status).toBe(400);
    });

    it("as CSV, in which nothing is a formula", async () => {
      await get(`/conversations?q=${encodeURIComponent("=HYPERLINK(1)")}`, viewers.get("Ben"));
      const csv = await (await get("/audit?format=csv", viewers.get("Ada"))).text();
      const rows: string[][] = parse(csv, { from_line: 2 });
      expect(rows).toHaveLength(await store.reader.auditEntry.count());
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+@-]/);
    });

    it("to those with the permission and a scope of everything only", async () => {
      for (const path of ["/audit", "/audit?format=csv", "/audit/verify"]) {
        expect((await get(path, viewers.get("Ben"))).status).toBe(403);
        expect((await get(path, viewers.get("Cy"))).status).toBe(200);
      }
      const scope = { bots: ["8861"], accounts: null };
      const cookie = await signedIn("Dee", "privacy", scope);
      for (const path of ["/audit", "/audit?format=csv", "/audit/verify"]) {
        expect((await get(path, { cookie })).status).toBe(403);
      }
    });
  });

  it("names a changed entry", async () => {
    const id = (await lastAccessId(store)) - 5n;
    const where = { log_id: { log: "access", id } };
    const { actorName } = await store.records.auditEntry.findUniqueOrThrow({ where });
    await store.records.auditEntry.update({ where, data: { actorName: "Someone else" } });
    expect(await verified()).toMatchObject({ ok: false, firstBroken: `access-${id}` });
    await store.records.auditEntry.update({ where, data: { actorName } });
    expect(await verified()).toMatchObject({ ok: true });
  });

  async function entries(query: string): Promise<{ data: AuditEntry[]; nextCursor: string | null }> {
    const response = await get(`/audit?${query}`, viewers.get("Ada"));
    expect(response.status).toBe(200);
    return response.json();
  }

  async function verified(): Promise<AuditVerification> {
    return (await get("/audit/verify", viewers.get("Ada"))).json();
  }
});

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const url = new URL(`http://localhost:3000/api/v1${path}`);
  const { GET } = await handlersOf(routeOf(url.pathname) ?? "");
  const response = await GET?.(new Request(url, { headers }), undefined);
  if (response === undefined) throw new Error(`no route for ${path}`);
  return response;
}

async function signedIn(
  name: string,
  role: Role,
  scope?: { bots: string[] | null; accounts: string[] | null },
): Promise<string> {
  const email = `${name.toLowerCase()}@example.com`;
  expect(await addAccount({ name, email, password, role, scope })).toMatchObject({ ok: true });
  return signIn({ email, password });
}

async function lastAccessId(store: Store): Promise<bigint> {
  return (await store.reader.auditChain.findUniqueOrThrow({ where: { log: "access" } })).lastId;
}

async function idOf(store: Store, name: string): Promise<string> {
  return (await store.reader.user.findFirstOrThrow({ where: { name } })).id;
}
