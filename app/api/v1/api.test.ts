import { beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { definitions } from "@/lib/api/endpoints/definitions";
import { errorBody } from "@/lib/api/schemas/error-body";
import type { Event } from "@/lib/events/event";
import { projector } from "@/lib/ingest/projector-of-process";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf, log, samples } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { handlersOf, routeOf, routes } from "@/lib/testing/serve-routes";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";

const token = "token-for-the-tests-of-the-api";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const key = "42bb83f00d8240e5bb41290a12eb44401693552452";
const visitorKey = "a569015fa03d41a283ed4c66c4601966";
describeEachDatabase("the API", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    for (const sample of samples().values()) await deliver(store, sample);
    await deliver(store, "not JSON", { token: "x" }, ...manyConversations(10));
  });

  it.each([
    ["/conversations?total=true&limit=5&status=open&status=closed", definitions.listConversations],
    [`/conversations/${key}`, definitions.getConversation],
    [`/conversations/${key}/events`, definitions.listConversationEvents],
    [`/conversations/${key}/questions`, definitions.listQuestions],
    [`/visitors/${visitorKey}`, definitions.getVisitor],
    ["/deliveries?verdict=accepted&verdict=quarantined", definitions.listDeliveries],
    ["/deliveries/1", definitions.getDelivery],
    ["/deliveries/activity", definitions.getDeliveryActivity],
    ["/unfamiliar", definitions.getUnfamiliar],
    ["/projection", definitions.getProjection],
    ["/rebuild", definitions.getRebuild],
    ["/events/1", definitions.getEvent],
    ["/counts?q=refund", definitions.countConversations],
    ["/conversations?columns=var.plan,title&sort=-duration&-label=vip&var-over.age=5", definitions.listConversations],
    ["/facets?status=open&facet=label&facet=var.plan&facet=variables&search=a", definitions.listFacets],
    ["/facets", definitions.listFacets],
    ["/filters", definitions.listFilterValues],
    ["/changes?after=0", definitions.listChanges],
    ["/openapi.json", definitions.getOpenApi],
  ])("GET %s responds as documented", async (path, { answer }) => {
    const response = await call(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const body: unknown = await response.json();
    const schema = answer instanceof z.ZodObject ? answer.strict() : answer;
    expect(schema.parse(body)).toEqual(body);
  });

  it.each([
    ["/conversations?colour=red", "colour"],
    ["/conversations?limit=201", "limit"],
    ["/conversations?limit=0", "limit"],
    ["/conversations?limit=5&limit=6", "limit"],
    ["/conversations?sort=visitor", "sort"],
    ["/conversations?status=Pending", "status"],
    ["/conversations?from=tomorrow", "from"],
    ["/conversations?label=%00", "label"],
    ["/conversations?cursor=abc", "cursor"],
    ["/conversations?total=yes", "total"],
    [`/conversations/${key}?at=last`, "at"],
    [`/conversations/${key}/events?limit=1001`, "limit"],
    [`/conversations/${key}/questions?format=xml`, "format"],
    ["/counts?limit=5", "limit"],
    ["/facets?facet=colour", "facet"],
    ["/conversations?columns=colour", "columns"],
    ["/conversations?created=soon", "created"],
    ["/conversations?-colour=red", "-colour"],
    ["/conversations?var-exists.plan=perhaps", "var-exists.plan"],
    ["/changes?after=-1", "after"],
    ["/deliveries?verdict=fine", "verdict"],
    ["/deliveries?resolution=gone", "resolution"],
  ])("GET %s is rejected and names %s", async (path, parameter) => {
    const response = await call(path);
    expect(response.status).toBe(400);
    const body = errorBody.parse(await response.json());
    expect(body).toMatchObject({ code: "bad_request", parameter });
    expect(body.error).toContain(parameter);
  });

  it.each([
    "/conversations/unknown",
    "/conversations/unknown/events",
    "/conversations/unknown/questions",
    `/conversations/${key}/questions?at=999999999`,
    "/conversations/%00",
    "/conversations/%E0%A4%A",
    `/conversations/${key}?at=999999999`,
    "/events/999999999",
    "/events/abc",
    "/events/99999999999999999999999999",
    "/visitors/unknown",
    "/deliveries/999999",
    "/deliveries/abc",
  ])("GET %s finds nothing", async (path) => {
    const response = await call(path);
    expect(response.status).toBe(404);
    expect(errorBody.parse(await response.json()).code).toBe("not_found");
  });

  it("reveals nothing to unauthenticated requests", async () => {
    for (const [place, route] of some(routes).entries()) {
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
        for (const authorization of ["", "Bearer wrong", token]) {
          const path = `/${route.replaceAll(/\[\w+\]/g, "1")}`;
          // A separate address each, to stay below the limit of wrong tokens.
          const headers = { authorization, "x-forwarded-for": `192.0.2.${place}` };
          const response = await call(path, { method, headers });
          expect(response.status, `${method} ${path}`).toBe(401);
          expect(errorBody.parse(await response.json()).code).toBe("unauthorised");
        }
      }
    }
  });

  it("responds 405 to other methods, and lets tokens change nothing", async () => {
    const response = await call("/conversations", { method: "DELETE" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toContain("GET");
    for (const path of ["/setup/samples", "/deliveries/1/reprocess", "/deliveries/dismiss", "/deliveries/restore"]) {
      expect((await call(path, { method: "POST", body: "{}" })).status, path).toBe(403);
    }
  });

  it("returns the state right after each event", async () => {
    const events: Event[] = (await (await call(`/conversations/${key}/events`)).json()).data;
    expect(events).toHaveLength(27);
    for (const [place, event] of events.entries()) {
      const state = await (await call(`/conversations/${key}?at=${event.id}`)).json();
      expect(state).toMatchObject({ eventCount: place + 1, lastEventAt: event.occurredAt });
    }
    const now = await (await call(`/conversations/${key}`)).json();
    expect(await (await call(`/conversations/${key}?at=${events.at(-1)?.id}`)).json()).toEqual(now);
    const late = events.filter(({ id }, place) => events.slice(place).some((after) => Number(after.id) < Number(id)));
    expect(now).toMatchObject({ repeatCount: 0, lateCount: late.length });
  });

  it("returns what was acknowledged, once it is projected", async () => {
    const own = "00000000000000000000000000000abc1704067200";
    for (let count = 1; count <= 5; count++) {
      const said = { message_by: { type: "visitor" }, message: { type: "text", text: `waits ${count}` } };
      const event = eventOf("message", said, `2024-01-01 00:00:0${count}`, own);
      await log(store, { events: [event] });
      projector().wake();
      const lastMessage = { text: `waits ${count}` };
      if (count % 2 === 0) {
        expect(await (await call(`/conversations/${own}`)).json()).toMatchObject({ eventCount: count });
      } else {
        const { data } = await (await call(`/conversations?q=waits+${count}`)).json();
        expect(data).toMatchObject([{ key: own, lastMessage }]);
      }
    }
  });

  it("returns an event's exact text", async () => {
    const [first] = (await (await call(`/conversations/${key}/events?limit=1`)).json()).data;
    const event = definitions.getEvent.answer.parse(await (await call(`/events/${first.id}`)).json());
    const sent = [...samples().values()].find((text) => text.includes(event.raw));
    expect(sent).toBeDefined();
  });

  it("returns only what was stored since an event", async () => {
    const events: Event[] = (await (await call(`/conversations/${key}/events`)).json()).data;
    const ids = events.map(({ id }) => Number(id)).sort((a, b) => a - b);
    const middle = ids[10] ?? 0;
    const later: Event[] = (await (await call(`/conversations/${key}/events?since=${middle}&limit=4`)).json()).data;
    expect(later.every(({ id }) => Number(id) > middle)).toBe(true);
    expect(later).toEqual(events.filter(({ id }) => Number(id) > middle).slice(0, 4));
  });

  it.each(["txt", "md", "html", "json"])("writes a transcript as %s", async (format) => {
    const attack = "<img src=x onerror=alert(1)> **not bold** [x](javascript:1)";
    const said = { message_by: { type: "visitor" }, message: { type: "javascript", payload: { script: attack } } };
    const at = "2024-05-05 10:00:00.000001";
    await deliver(store, {
      events: [eventOf("message", said, at, "a key of its own"), eventOf("hologram", attack, at, "a key of its own")],
    });
    const response = await call(`/conversations/a%20key%20of%20its%20own/transcript?format=${format}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="conversation-a_key_of_its_own.${format}"`,
    );
    const text = await response.text();
    expect(text).toContain(format === "json" ? "2024-05-05T10:00:00.000001Z" : "2024-05-05 10:00:00");
    if (format === "html") expect(text).not.toMatch(/<img|<script/);
    if (format === "md") expect(text).not.toMatch(/(?<!\\)<img|\*\*not bold|\]\(/);
    if (format === "json") expect(JSON.parse(text).events).toHaveLength(2);
    const whole = await (await call(`/conversations/${key}/transcript?format=${format}`)).text();
    expect(whole).toContain(format === "json" ? key : "Visitor");
  });

  it("returns the exact bytes of a delivery that is not JSON", async () => {
    const { data } = await (await call("/deliveries?verdict=quarantined&resolution=open")).json();
    const raw = await call(`/deliveries/${data[0].id}/raw`);
    expect(raw.headers.get("content-disposition")).toContain("attachment");
    expect(await raw.text()).toBe("not JSON");
    const delivery = await (await call(`/deliveries/${data[0].id}`)).json();
    expect(delivery).toMatchObject({ verdict: "quarantined", body: { encoding: "utf-8", text: "not JSON" }, size: 8 });
  });
});

/** Calls the route that Next would select for `path`, below `/api/v1`. */
async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const url = new URL(`http://localhost:3000/api/v1${path}`);
  const handlers = await handlersOf(routeOf(url.pathname) ?? "");
  const headers = { authorization: `Bearer ${token}`, ...init.headers };
  const handle = handlers[init.method ?? "GET"];
  if (handle === undefined) throw new Error(`Nothing serves ${path}.`);
  return handle(new Request(url, { ...init, headers }), undefined);
}
