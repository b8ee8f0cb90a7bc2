import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { everything, isInScope, type Scope } from "@/lib/access/scope";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Facets } from "@/lib/api/schemas/facets";
import type { Summary } from "@/lib/conversation/conversation";
import { addressesOfWorld } from "@/lib/testing/access/addresses-of-world";
import { marksOutside, type PlantedConversation, plantedWorld } from "@/lib/testing/access/planted-world";
import { type SignedIn, signedIn } from "@/lib/testing/access/signed-in";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { serveRoutes } from "@/lib/testing/serve-routes";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const scopes: [string, Scope][] = [
  ["one bot", { bots: ["1"], accounts: null }],
  ["one account", { bots: null, accounts: ["account-zqshopzq"] }],
  ["two bots, one of them in the account", { bots: ["2", "3"], accounts: ["account-zqshopzq"] }],
  ["no bots", { bots: [], accounts: null }],
];

describeEachDatabase("a scope", (openStore) => {
  const world = plantedWorld();
  let store: Awaited<ReturnType<typeof openStore>>;
  let server: Awaited<ReturnType<typeof serveRoutes>>;
  let addresses: Record<string, string[]>;
  let admin: SignedIn;
  const users = new Map<string, SignedIn>();
  let summaries: Summary[];

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    for (const { events } of world) await deliver(store, { events });
    const [first, ...others] = some(world);
    // Sent again; with something unreadable; with events of another bot.
    await deliver(store, { events: first?.events }, { events: [...(first?.events ?? []), { bad: first?.mark }] });
    await deliver(store, `${first?.mark} is not JSON`);
    await deliver(store, { events: others.flatMap(({ events }) => retimed(events)) });
    server = await serveRoutes();
    admin = await signedIn("admin", "admin");
    for (const [name, scope] of scopes) users.set(name, await signedIn(name.replaceAll(/\W+/g, "-"), "admin", scope));
    const [events, deliveries] = await Promise.all([
      store.reader.event.findMany({ distinct: ["conversationId"], select: { id: true } }),
      store.reader.delivery.findMany({ select: { id: true } }),
    ]);
    const prompts = await store.reader.promptText.findMany({ distinct: ["prompt"], select: { prompt: true } });
    addresses = addressesOfWorld({
      ...{ world, eventIds: idsOf(events), deliveryIds: idsOf(deliveries) },
      promptIds: prompts.map(({ prompt }) => prompt),
    });
    summaries = (await json<{ data: Summary[] }>(admin, "/conversations?limit=200")).data;
    // Everyone has bookmarked everything, before they had a scope, and sees the same views.
    for (const { key } of world) await bookmark(admin, key);
    const { userId } = admin.viewer;
    const bookmarks = await store.records.bookmark.findMany({ where: { userId } });
    for (const { viewer } of users.values()) {
      const own = bookmarks.map((row) => ({ ...row, id: `${viewer.userId} ${row.id}`, userId: viewer.userId }));
      await store.records.bookmark.createMany({ data: own });
    }
    await store.records.personRequest.create({
      data: {
        ...{ id: "1", kind: "access", person: "Somebody", visitors: JSON.stringify([first?.visitorKey]) },
        ...{ receivedAt: 1n, dueAt: 2n, madeBy: "admin@example.com" },
      },
    });
    await change(admin, "POST", "/views", { name: "All", search: "", isShared: true });
    await change(admin, "POST", "/views", { name: "Open", search: "status=open", isShared: true });
  }, 120_000);

  afterAll(() => server.close());

  it("is tested at every operation that reads", () => {
    const reading = Object.values(endpoints).filter(({ method }) => method === "GET");
    expect(Object.keys(addresses).sort()).toEqual(reading.map(({ name }) => name).sort());
  });

  it.each(scopes.slice(0, 3))(
    "of %s keeps everything outside out of every answer",
    { timeout: 240_000 },
    async (name, scope) => {
      const marks = some(marksOutside(world, scope));
      let said = 0;
      for (const address of Object.values(addresses).flat()) {
        const { status, text } = await read(userOf(name), address);
        expect(
          marks.filter((mark) => text.includes(mark)),
          `${address} ${status}`,
        ).toEqual([]);
        if (text.includes("zq")) said++;
      }
      expect(said, "what is inside is in the answers").toBeGreaterThan(30);
    },
  );

  it("hides from these addresses what they say without one", { timeout: 240_000 }, async () => {
    const texts: string[] = [];
    for (const address of Object.values(addresses).flat()) texts.push((await read(admin, address)).text);
    for (const { mark } of world) expect(texts.filter((text) => text.includes(mark)).length).toBeGreaterThan(10);
  });

  it.each(scopes)("of %s has the conversations, counts and facets of a naive count", async (name, scope) => {
    const user = userOf(name);
    const inside = summaries.filter((one) => isIn(scope, one));
    const list = await json<{ data: Summary[]; total: number }>(user, "/conversations?limit=200&total=true");
    expect(list.data.map(({ key }) => key)).toEqual(inside.map(({ key }) => key));
    expect(list.total).toBe(inside.length);
    const open = inside.filter(({ status }) => status === "open");
    expect(await json(user, "/counts")).toMatchObject({
      all: inside.length,
      open: open.length,
      closed: inside.length - open.length,
      unassigned: open.filter(({ assignee }) => assignee === null).length,
    });
    const views = await json<{ data: { count: number }[] }>(user, "/views/counts");
    expect(views.data.map(({ count }) => count)).toEqual([inside.length, open.length]);
    expect(await json(user, "/export/size")).toEqual({
      conversations: inside.length,
      events: inside.reduce((sum, { eventCount }) => sum + eventCount, 0),
    });
    const { facets } = await json<Facets>(user, "/facets?limit=200&facet=label&facet=bot&facet=account&facet=status");
    const namesOf: Record<string, (one: Summary) => (string | null | undefined)[]> = {
      label: ({ labels }) => labels.map((label) => label.name),
      bot: ({ bot }) => [bot?.name],
      account: ({ account }) => [account.key === "account-zqshopzq" ? "1" : "2"],
      status: ({ status }) => [status],
    };
    for (const { facet, values } of facets) {
      const counted = Object.fromEntries(values.map(({ name, count }) => [name.toLowerCase(), count]));
      const named = inside.flatMap((one) => namesOf[facet]?.(one) ?? []).filter((value) => value != null);
      const wanted = Map.groupBy(named, (value) => value.toLowerCase());
      expect(counted, facet).toEqual(Object.fromEntries([...wanted].map(([value, all]) => [value, all.length])));
    }
  });

  it.each(scopes)("of %s shows a visitor's conversations in it, and no one else", async (name, scope) => {
    for (const key of new Set(world.map(({ visitorKey }) => visitorKey))) {
      const inside = summaries.filter((one) => one.visitor.key === key && isIn(scope, one));
      const { status, text } = await read(userOf(name), `/visitors/${key}`);
      expect(status).toBe(inside.length === 0 ? 404 : 200);
      if (inside.length === 0) continue;
      const visitor = JSON.parse(text);
      expect(visitor).toMatchObject({
        conversationCount: inside.length,
        eventCount: inside.reduce((sum, { eventCount }) => sum + eventCount, 0),
        name: inside[0]?.visitor.name,
        lastSeenAt: inside[0]?.lastEventAt,
        firstSeenAt: inside.at(-1)?.createdAt,
      });
      expect(visitor.conversations.map((one: Summary) => one.key)).toEqual(inside.map((one) => one.key));
    }
  });

  it.each(scopes)("of %s answers the same for what is outside as for what does not exist", async (name, scope) => {
    const user = userOf(name);
    const outside = some(world.filter((one) => !isInScope(scope, one)));
    const paths = ["", "/events", "/questions", "/transcript"];
    for (const path of paths) {
      const unknown = await read(user, `/conversations/unknown${path}`);
      expect(unknown.status).toBe(404);
      for (const { key } of outside) expect(await read(user, `/conversations/${key}${path}`)).toEqual(unknown);
    }
    const unknown = await bookmark(user, "unknown");
    expect(unknown.status).toBe(404);
    expect(await bookmark(user, outside[0]?.key ?? "")).toEqual(unknown);
  });

  it.each(scopes)("of %s includes the deliveries whose events are all in it", async (name, scope) => {
    const rows = (await json<{ data: { id: string; verdict: string }[] }>(userOf(name), "/deliveries?limit=100")).data;
    const inside = world.filter((one) => isInScope(scope, one));
    const isFirstInside = inside[0] === world[0];
    // Each conversation was delivered once, and the first one twice.
    expect(rows).toHaveLength(inside.length + (isFirstInside ? 1 : 0));
    expect(rows.every(({ verdict }) => verdict === "accepted")).toBe(true);
    const activity = await json<{ open: number; steps: { deliveries: number }[] }>(
      userOf(name),
      "/deliveries/activity",
    );
    expect(activity.steps.reduce((sum, { deliveries }) => sum + deliveries, 0)).toBe(rows.length);
    expect(activity.open).toBe(0);
  });

  it.each(scopes)("of %s lets an admin change nothing outside", async (name) => {
    const user = userOf(name);
    const before = await store.reader.delivery.findMany({ orderBy: { id: "asc" } });
    const last = String(before.at(-1)?.id);
    const faulty = before.filter(({ quarantined, verdict }) => quarantined > 0 || verdict === "quarantined");
    for (const { id } of some(faulty)) {
      expect(await change(user, "POST", `/deliveries/${id}/reprocess`, {})).toMatchObject({ status: 404 });
    }
    for (const [path, body] of [
      ["/deliveries/dismiss", { upTo: last }],
      ["/deliveries/restore", { upTo: last }],
      ["/deliveries/dismiss", { ids: idsOf(before) }],
    ] as const) {
      expect(JSON.parse((await change(user, "POST", path, body)).text)).toEqual({ count: 0 });
    }
    const all = JSON.parse((await change(user, "POST", "/deliveries/reprocess", { upTo: last })).text);
    expect(all).toMatchObject({ reprocessed: 0, unreadable: 0, accepted: 0 });
    expect(await store.reader.delivery.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  });

  it("does not restrict anyone without one", async () => {
    expect(marksOutside(world, everything)).toEqual([]);
    const { text } = await read(admin, "/conversations?limit=200");
    expect(world.filter(({ mark }: PlantedConversation) => !text.includes(mark))).toEqual([]);
  });

  function userOf(name: string): SignedIn {
    const user = users.get(name);
    if (user === undefined) throw new Error(`There is no user "${name}".`);
    return user;
  }

  async function read({ cookie }: SignedIn, path: string) {
    const response = await fetch(`${server.url}/api/v1${path}`, { headers: { cookie } });
    return {
      status: response.status,
      text: path.startsWith("/live") ? await firstOf(response) : await response.text(),
    };
  }

  async function json<Body>(user: SignedIn, path: string): Promise<Body> {
    const { status, text } = await read(user, path);
    expect(status, text).toBe(200);
    return JSON.parse(text);
  }

  async function change({ cookie }: SignedIn, method: string, path: string, body: unknown) {
    const headers = { cookie, origin: server.url, "content-type": "application/json" };
    const response = await fetch(`${server.url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    return { status: response.status, text: await response.text() };
  }

  function bookmark(user: SignedIn, conversationKey: string) {
    return change(user, "POST", "/bookmarks", { conversationKey });
  }
});

function isIn(scope: Scope, { bot, account }: Summary): boolean {
  return isInScope(scope, { botId: bot?.id ?? null, accountKey: account.key });
}

function idsOf(rows: readonly { id: bigint }[]): string[] {
  return rows.map(({ id }) => String(id));
}

/** The same events at another time, so that they are not duplicates. */
function retimed(events: readonly object[]): object[] {
  return events.map((event) => ({ ...event, timestamp: "2024-01-03 00:00:00.000000" }));
}

/** The first change of a live stream. */
async function firstOf(response: Response): Promise<string> {
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk);
    if (text.includes("data:")) break;
  }
  return text;
}
