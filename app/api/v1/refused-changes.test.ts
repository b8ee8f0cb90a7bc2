import { readdirSync } from "node:fs";
import { beforeAll, expect, it, vi } from "vitest";
import { addAccount } from "@/lib/auth/accounts";
import { signIn } from "@/lib/testing/access/signed-in";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";

const token = "token-for-the-tests-of-changes";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

type Route = Partial<Record<string, (request: Request, context: unknown) => Promise<Response>>>;

const methods = ["POST", "PUT", "PATCH", "DELETE"];
const routes = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/route.ts"))
  .map((file) => file.slice(0, -"/route.ts".length));
/** Bodies that some route would accept from an authorized sender. */
const bodies = [
  { conversationKey: "k" },
  { ids: ["1"] },
  { name: "mine" },
  { role: "admin" },
  { name: "E", email: "e@example.com", role: "admin" },
  { name: "Mine", search: "", settings: "{}" },
  {},
];

const own = { host: "localhost:3000", origin: "http://localhost:3000" };
const account = { name: "Ines", email: "ines@example.com", password: "a kettle on the moon", role: "admin" } as const;
const senders: [name: string, headers: (cookie: string) => Record<string, string>, reason: string][] = [
  [
    "an API token that claims to come from our own page",
    () => ({ ...own, authorization: `Bearer ${token}` }),
    "API tokens only read",
  ],
  ["a page of another site", (cookie) => ({ ...own, cookie, origin: "https://evil.example" }), "Only Playhead's own"],
  ["somebody who hides where they are", (cookie) => ({ ...own, cookie, origin: "null" }), "Only Playhead's own"],
];

describeEachDatabase("a change requested by", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;
  let cookie = "";
  let before: number[] = [];
  let refused = 0;

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    await deliver(store, "not JSON");
    await addAccount(account);
    cookie = await signIn(account);
    before = await counts();
  });

  it.each(routes.flatMap((route) => senders.map(([name, headers, reason]) => ({ name, route, headers, reason }))))(
    "$name is rejected at $route",
    async ({ route, headers, reason }) => {
      const handlers: Route = await import(/* @vite-ignore */ `${process.cwd()}/app/api/v1/${route}/route.ts`);
      const url = `http://localhost:3000/api/v1/${route.replaceAll(/\[\W*\w+\]/g, "1")}`;
      const context = { params: Promise.resolve({ id: "1", key: "k", path: ["1"] }) };
      for (const method of methods) {
        for (const body of bodies) {
          const sent = { ...headers(cookie), "content-type": "application/json" };
          const request = new Request(url, { method, headers: sent, body: JSON.stringify(body) });
          const response = await handlers[method]?.(request, context);
          // Next itself responds 405 to unsupported methods.
          if (response === undefined || [404, 405].includes(response.status)) continue;
          expect([method, response.status]).toEqual([method, 403]);
          expect(await response.json()).toMatchObject({ error: expect.stringContaining(reason) });
          refused += 1;
        }
      }
      expect(await counts()).toEqual(before);
      expect(await store.reader.delivery.findMany()).toMatchObject([{ resolution: "open" }]);
    },
  );

  it("was rejected by each route that changes something", () => {
    expect(refused / bodies.length / senders.length).toBeGreaterThanOrEqual(20);
  });

  function counts(): Promise<number[]> {
    const { user, session, apiToken, webhookToken, savedView, bookmark, conversation } = store.reader;
    const tables = [user, session, apiToken, webhookToken, savedView, bookmark, conversation];
    return Promise.all(tables.map((table) => (table.count as () => Promise<number>)()));
  }
});
