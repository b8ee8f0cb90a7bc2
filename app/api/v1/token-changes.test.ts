import { readdirSync } from "node:fs";
import { beforeAll, expect, it, vi } from "vitest";
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
/** What some route would take, were the sender allowed to change anything. */
const bodies = [
  { conversationKey: "k" },
  { ids: ["1"] },
  { name: "mine" },
  { role: "admin" },
  { name: "E", email: "e@example.com", role: "admin" },
  { name: "Mine", search: "", settings: "{}" },
  {},
];

describeEachDatabase("an API token that claims to come from our own page", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;
  let forbidden = 0;

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    await deliver(store, "not JSON");
  });

  it.each(routes)("changes nothing at %s", async (route) => {
    const handlers: Route = await import(/* @vite-ignore */ `${process.cwd()}/app/api/v1/${route}/route.ts`);
    const headers = {
      authorization: `Bearer ${token}`,
      origin: "http://localhost:3000",
      host: "localhost:3000",
      "content-type": "application/json",
    };
    const url = `http://localhost:3000/api/v1/${route.replaceAll(/\[\W*\w+\]/g, "1")}`;
    const context = { params: Promise.resolve({ id: "1", key: "k", path: ["1"] }) };
    for (const method of methods) {
      for (const body of bodies) {
        const request = new Request(url, { method, headers, body: JSON.stringify(body) });
        const response = await handlers[method]?.(request, context);
        // Next itself answers 405 to a method that a route does not have.
        if (response === undefined || [404, 405].includes(response.status)) continue;
        expect([method, response.status]).toEqual([method, 403]);
        expect(await response.json()).toMatchObject({ error: expect.stringContaining("API tokens only read") });
        forbidden += 1;
      }
    }
    const { delivery, user, apiToken, webhookToken, savedView, bookmark, conversation } = store.reader;
    const tables = [user, apiToken, webhookToken, savedView, bookmark, conversation];
    expect(await Promise.all(tables.map((table) => (table.count as () => Promise<number>)()))).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
    expect(await delivery.findMany()).toMatchObject([{ resolution: "open" }]);
  });

  it("was refused by each of the routes that change something", () => {
    expect(forbidden / bodies.length).toBeGreaterThanOrEqual(20);
  });
});
