import { beforeAll, expect, it } from "vitest";
import { readDeliveryFilters } from "@/lib/delivery-filters/read-delivery-filters";
import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import type { Store } from "@/lib/store/connection/open-store";
import { append } from "@/lib/store/log/append";
import type { NewDelivery } from "@/lib/store/log/new-delivery";
import { project } from "@/lib/store/projections/project";
import { listDeliveries } from "@/lib/store/reads/list-deliveries";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventOf } from "@/lib/testing/deliver";
import { everyPage } from "@/lib/testing/every-page";
import { plansOf } from "@/lib/testing/plans-of";
import { useStore } from "@/lib/testing/use-store";
import { fullAccess, testViewer } from "@/lib/testing/viewer";
import { parseTimestamp } from "@/lib/time/instant";
import { deliveryById } from "./delivery-by-id";
import { deliveryPage } from "./delivery-page";

const keys = { priya: "a".repeat(32), hana: "b".repeat(32), nobody: "c".repeat(32) };
const secret = "s3cret-token-of-tests";
const note = (text: string, key: string) => eventOf("note", { note: text }, "2024-01-01 00:00:02", key);
const named = (name: string, key: string) =>
  eventOf(
    "conversation_create",
    { title: null, variables: [{ type: "text", name: "visitor_name", value: name }] },
    "2024-01-01 00:00:01",
    key,
  );
const says = (text: string, key: string) =>
  eventOf("message", { message_by: { type: "visitor" }, message: { type: "text", text } }, "2024-01-01 00:00:03", key);

/** In order of arrival, an hour apart; each is identified by its name. */
const sent: { name: string; body: unknown; tokenPlace?: string; source?: NewDelivery["source"] }[] = [
  {
    name: "both",
    body: { events: [named("Priya Sandhu", keys.priya), named("佐藤 花", keys.hana), says("x", keys.hana)] },
  },
  { name: "note", body: { events: [note("Refund asked", keys.priya)] }, tokenPlace: "header authorization" },
  { name: "again", body: { events: [note("Refund asked", keys.priya)] } },
  { name: "test", body: {}, tokenPlace: "query token" },
  { name: "broken", body: '{"events":[{"event":{"type":"broken' },
  { name: "partial", body: { events: [says("y", keys.hana), { ...note("z", keys.priya), timestamp: "yesterday" }] } },
  { name: "imported", body: { events: [note(`Große Notiz ${"m".repeat(20_000)}`, keys.nobody)] }, source: "import" },
];
const hourOf = (place: number) => `2026-01-08T${String(place).padStart(2, "0")}:00:00Z`;

const cases: [string, Partial<Record<string, string>>, string[]][] = [
  ["a visitor's name", { q: "priya" }, ["both", "note", "again", "partial"]],
  ["a short name", { q: "佐藤" }, ["both", "partial"]],
  ["a conversation's key", { q: keys.hana }, ["both", "partial"]],
  ["exact text", { q: "Refund asked" }, ["note", "again"]],
  ["exact text with an umlaut", { q: "Große" }, ["imported"]],
  ["text of a body that is no JSON", { q: '[{"event":{"type":"broken' }, ["broken"]],
  ["its ID", { q: "#5" }, ["broken"]],
  ["nothing", { q: "nobody ever wrote this" }, []],
  [
    "a conversation, also duplicates and what is in quarantine",
    { conversation: keys.priya },
    ["both", "note", "again", "partial"],
  ],
  ["status 400", { status: "400" }, ["broken"]],
  ["status 200", { status: "200" }, ["both", "note", "again", "test", "partial"]],
  ["a type", { type: "Note" }, ["note", "imported"]],
  ["a message type", { type: "text" }, ["both", "partial"]],
  ["the token's place", { tokenPlace: "header authorization" }, ["note"]],
  ["the size", { size: ">10kb" }, ["imported"]],
  ["a size below", { size: "0..100" }, ["test", "broken"]],
  ["a time range", { from: hourOf(1), to: hourOf(3) }, ["note", "again", "test"]],
  ["text within a time range", { q: "priya", from: hourOf(2) }, ["again", "partial"]],
  ["a verdict", { verdict: "test" }, ["test"]],
  ["quarantine", { resolution: "open" }, ["broken", "partial"]],
  ["quarantine by name", { resolution: "open", q: "Priya Sandhu" }, ["partial"]],
  ["a source", { source: "import" }, ["imported"]],
  ["what cannot be", { status: "400", verdict: "accepted" }, []],
];

describeEachDatabase("the delivery log", (openStore, _, dialect) => {
  let store: Store;

  beforeAll(async () => {
    store = await openStore();
    for (const [place, { body, tokenPlace = "body", source = "webhook" }] of sent.entries()) {
      const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
      const headers = { "user-agent": `python-requests/2.31 ${secret}` };
      const receivedAt = parseTimestamp(hourOf(place)) ?? 0n;
      const origin = { receivedAt, source, tokenPlace, contentType: "application/json", headers, secrets: [secret] };
      await append(store, [prepareDelivery(bytes, origin)]);
    }
    await project(store);
  });

  it.each(cases)("finds by %s", async (_what, parameters, names) => {
    useStore(store);
    const found = await everyPage(async (cursor: string | undefined) => {
      const page = await read({ parameters, limit: 2, cursor });
      return { rows: page.data, next: page.nextCursor };
    });
    expect(found.map(({ id }) => sent[Number(id) - 1]?.name)).toEqual(names.toReversed());
  });

  it("lists a delivery's types and conversations", async () => {
    useStore(store);
    const { data } = await read({ parameters: {}, limit: 50 });
    const told = data.map(({ status, types, conversations, conversationCount }) => [
      status,
      types.join(),
      conversations.map(({ visitor }) => visitor).join(),
      conversationCount,
    ]);
    expect(told.toReversed()).toEqual([
      [200, "conversation_create,text", "Priya Sandhu,佐藤 花", 2],
      [200, "note", "Priya Sandhu", 1],
      [200, "", "Priya Sandhu", 1],
      [200, "", "", 0],
      [400, "", "", 0],
      [200, "text,note", "佐藤 花,Priya Sandhu", 2],
      [null, "note", "", 1],
    ]);
  });

  it("returns headers without tokens, and the response", async () => {
    useStore(store);
    expect(await deliveryById(testViewer(), "6")).toMatchObject({
      headers: { "user-agent": `python-requests/2.31 ${"*".repeat(secret.length)}` },
      response: { status: 200, body: '{"token":"********","accepted":1,"duplicates":0,"quarantined":1}' },
    });
    expect(await deliveryById(testViewer(), "7")).toMatchObject({ response: null });
  });

  it.each(cases)("scans no whole table for %s", async (_what, parameters) => {
    const { filters } = readDeliveryFilters(new URLSearchParams(parameters as Record<string, string>));
    const plans = await plansOf(store, (spied) =>
      listDeliveries(spied, fullAccess, { filters, after: null, limit: 50 }),
    );
    const full =
      dialect === "sqlite" ? /^SCAN [debpt]\b/ : /Seq Scan on "(?:Delivery|Event|DeliveryBody|Repeat|Conversation)/;
    const inOrder = /USING (?:COVERING )?INDEX Delivery_receivedAt_id_idx/;
    const found = plans.flatMap(({ steps, sql }) =>
      steps
        .filter((step) => full.test(step) && !inOrder.test(step) && !steps.includes(step.replace("SCAN", "CO-ROUTINE")))
        .map((step) => `${step}: ${sql}`),
    );
    expect(found).toEqual([]);
  });

  async function read({
    parameters,
    limit,
    cursor,
  }: {
    parameters: Partial<Record<string, string>>;
    limit: number;
    cursor?: string | undefined;
  }) {
    const { filters, ignored } = readDeliveryFilters(new URLSearchParams(parameters as Record<string, string>));
    expect(ignored).toEqual([]);
    const page = await deliveryPage(testViewer(), { filters, limit, cursor });
    if (!("data" in page)) throw new Error(page.message);
    return page;
  }
});
