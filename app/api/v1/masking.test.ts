import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Role } from "@/lib/access/permissions";
import { addAccount } from "@/lib/auth/accounts";
import { signIn } from "@/lib/testing/access/signed-in";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf, samples } from "@/lib/testing/deliver";
import { serveRoutes } from "@/lib/testing/serve-routes";
import { filledMessage } from "@/lib/testing/texts/filled-message";
import { unzipped } from "@/lib/testing/unzipped";
import { useStore } from "@/lib/testing/use-store";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const key = "42bb83f00d8240e5bb41290a12eb44401693552452";
const visitorKey = "a569015fa03d41a283ed4c66c4601966";
const period = "from=2023-08-01&to=2023-10-01";
const password = "a kettle on the moon";
/** What the visitor's fields contain, and what only texts contain. */
const canary = "Zyxwilla Quorvathy";
const known = { visitor_name: canary, visitor_email: "zq@vortexmail.example", visitor_phone: "+2348035550147" };
const written =
  "zyxwilla! 0803 555 0147, second.vortex@münchen.example, 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00, 10.77.66.55, https://maps.google.com/maps/place/vortex+pier/@52.7391468,21.9173522,17z";
const shared = { latitude: 52.7391468, longitude: "21.9173522", name: "Vortex pier", address: "7 Vortex Street" };
const isLeaking =
  /zyxwilla|quorvathy|vortex|803.?555.?0147|8035550147|4111.?1111|0532.?0130|10\.77\.66\.55|826373|vortexnote|vortexfile|7391468|9173522/i;

describeEachDatabase("a masked viewer of the API", (openStore) => {
  let server: Awaited<ReturnType<typeof serveRoutes>>;
  const cookies: Partial<Record<Role, string>> = {};
  let eventId = "";

  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    await deliver(store, {
      events: [...everything(), ...quiet("present", canary), ...quiet("absent", "Somebody Else")],
    });
    for (const sample of samples().values()) await deliver(store, sample);
    for (const role of ["admin", "agent", "analyst", "viewer"] as const) {
      await addAccount({ name: role, email: `${role}@staff.example`, password, role });
      cookies[role] = await signIn({ email: `${role}@staff.example`, password });
    }
    const { id } = await store.reader.conversation.findFirstOrThrow({ where: { key } });
    eventId = String((await store.reader.event.findFirst({ where: { conversationId: id, type: "note" } }))?.id);
    server = await serveRoutes();
    for (const role of ["agent", "analyst"] as const) {
      await send(role, "/bookmarks", { conversationKey: key, note: `ask ${canary}` });
      await send(role, "/bookmarks", { conversationKey: key, eventId, note: "" });
    }
    await send("agent", "/views", {
      ...{ name: "About second.vortex@münchen.example", isShared: true },
      search: `q=zyxwilla&var.visitor_email=${known.visitor_email}`,
    });
  });

  afterAll(() => server.close());

  const paths = [
    "/conversations",
    "/conversations?q=hello&columns=var.visitor_name,var.plan,var.nickname&total=true",
    `/conversations/${key}`,
    `/conversations/${key}/events?limit=1000`,
    `/conversations/${key}/events?last=true&limit=300`,
    `/conversations/${key}/questions`,
    `/conversations/${key}/questions?format=csv`,
    ...["txt", "md", "html", "json"].map((format) => `/conversations/${key}/transcript?format=${format}`),
    `/visitors/${visitorKey}`,
    `/visitors/${visitorKey}/events?limit=300`,
    `/visitors/${visitorKey}/variables/visitor_name`,
    "/export?format=csv&columns=title,visitor.name,visitor.email,lastMessage.text,var.visitor_phone,var.nickname",
    "/export?format=csv",
    "/export?format=jsonl",
    ...["txt", "md", "html", "json"].map((transcript) => `/export?format=zip&transcript=${transcript}`),
    "/facets?facet=var.nickname",
    "/facets?facet=label",
    "/filters",
    `/analytics/breakdown?metric=started&by=label&${period}`,
    "/bookmarks",
    "/views",
  ];

  it.each(paths)("sees nothing personal in %s", async (path) => {
    const all = await get("agent", path);
    expect([all.status, isLeaking.test(all.text)], all.text.slice(0, 300)).toEqual([200, true]);
    const masked = await get("analyst", path);
    expect(masked.status, masked.text.slice(0, 300)).toBe(200);
    expect(
      masked.text
        .split("\n")
        .filter((line) => isLeaking.test(line))
        .map((line) => excerpt(line)),
    ).toEqual([]);
  });

  it.each([
    "/counts",
    "/facets?facet=status",
    "/changes?after=0",
    "/bookmarks/marks",
    "/views/counts",
    "/me",
    "/projection",
  ])("sees nothing personal in %s, as nobody does", async (path) => {
    const masked = await get("analyst", path);
    expect([masked.status, excerpt(masked.text)]).toEqual([200, ""]);
  });

  it("keeps the exact texts of the export to itself", async () => {
    const { text } = await get("analyst", "/export?format=jsonl");
    const events: { raw: unknown }[] = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(new Set(events.map(({ raw }) => raw))).toEqual(new Set([null]));
  });

  it.each([
    ["/conversations?sort=title", "sort"],
    ["/conversations?sort=-title", "sort"],
    ["/conversations?note=x", "note"],
    ["/conversations?-note=x", "-note"],
    ["/conversations?raw=x", "raw"],
    ["/conversations?stoppedAt=x", "stoppedAt"],
    ["/conversations?var.visitor_name=x", "var.visitor_name"],
    ["/conversations?var-not.visitor_name=x", "var-not.visitor_name"],
    ["/conversations?var-exists.visitor_name=yes", "var-exists.visitor_name"],
    ["/conversations?var-over.visitor_name=x", "var-over.visitor_name"],
    ["/conversations?var-contains.ip_address=1", "var-contains.ip_address"],
    ["/counts?var.visitor_name=x", "var.visitor_name"],
    ["/export/size?note=x", "note"],
    ["/export?format=csv&note=x", "note"],
    ["/export?format=jsonl&stoppedAt=x", "stoppedAt"],
    ["/export?format=zip&var.visitor_name=x", "var.visitor_name"],
    ["/facets?facet=stoppedAt", "facet"],
    ["/facets?facet=var.visitor_name&search=zyx", "facet"],
    ["/facets?note=x", "note"],
  ])("may not ask for %s", async (path, parameter) => {
    const { status, text } = await get("analyst", path);
    expect([status, JSON.parse(text).parameter]).toEqual([403, parameter]);
    expect((await get("agent", path)).status).toBe(200);
  });

  it.each(["/events/1", "/deliveries", "/unfamiliar"])("may not open %s", async (path) => {
    expect((await get("analyst", path)).status).toBe(403);
  });

  it("cannot tell a present canary from an absent one", async () => {
    const needles = ["zyxwilla", "quorv", "zy", "Zyxwilla Quorvathy", "hello zyxwilla", "zq@vortexmail", "8035550147"];
    const more = [
      "0803 555",
      "826373",
      "4111 1111",
      "vortexnote",
      "DE89 3704",
      "10.77.66.55",
      "münchen.example",
      "yxw",
      "7391468",
      "Vortex Street",
      "Ticket of Zyxwilla",
    ];
    const probes = [...needles, ...more].flatMap((text) => {
      const value = encodeURIComponent(text);
      const filters = [
        "q",
        "-q",
        "q.all",
        "said",
        "-said",
        "botSaid",
        "agentSaid",
        "var.nickname",
        "var-contains.nickname",
        "label",
        "-label",
      ];
      return [
        ...filters.map((filter) => `/conversations?total=true&key=present&key=absent&${filter}=${value}`),
        ...["q", "said", "var.nickname"].map((filter) => `/counts?key=present&key=absent&${filter}=${value}`),
        `/facets?key=present&key=absent&facet=var.nickname&search=${value}`,
        `/export/size?key=present&key=absent&q=${value}`,
        ...["q", "label"].flatMap((filter) =>
          [
            "analytics/summary?metrics=started",
            "analytics/breakdown?metric=started&by=var.nickname",
            "flows/8861?",
          ].map((figures) => `/${figures}&${period}&key=present&key=absent&${filter}=${value}`),
        ),
      ];
    });
    const figures = ["var.nickname", "assignee", "weekday"].map(
      (by) => `/analytics/breakdown?metric=started&by=${by}&${period}&key=present&key=absent`,
    );
    const orders = ["lastEventAt", "-lastEventAt", "createdAt", "-createdAt"].map(
      (sort) => `/conversations?total=true&key=present&key=absent&sort=${sort}&q=hello`,
    );
    const told: string[] = [];
    for (const path of [...probes, ...figures, ...orders]) {
      const answers = await Promise.all(
        ["present", "absent"].map(async (one) => {
          const { status, text } = await get("analyst", path.replaceAll("key=present&key=absent", `key=${one}`));
          expect(status, path).toBe(200);
          return countsIn(text);
        }),
      );
      if (answers[0] !== answers[1]) told.push(path);
    }
    expect(probes.length).toBeGreaterThanOrEqual(200);
    expect(told).toEqual([]);
    expect((await get("agent", "/conversations?q=zyxwilla&key=present")).text).toContain('"key":"present"');
  });

  async function get(role: Role, path: string): Promise<{ status: number; text: string }> {
    const response = await fetch(`${server.url}/api/v1${path}`, { headers: { cookie: cookies[role] ?? "" } });
    const about = [...response.headers].join("\n");
    if (response.headers.get("content-type") !== "application/zip")
      return { status: response.status, text: `${await response.text()}${path.includes("transcript") ? about : ""}` };
    const files = unzipped(new Uint8Array(await response.arrayBuffer()));
    return { status: response.status, text: [...files].map((file) => file.join("\n")).join("\n") };
  }

  async function send(role: Role, path: string, body: unknown): Promise<void> {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method: "POST",
      headers: { cookie: cookies[role] ?? "", "content-type": "application/json", origin: "http://localhost:3000" },
      body: JSON.stringify(body),
    });
    expect(response.status, await response.text()).toBeLessThan(300);
  }
});

interface Counted {
  hits?: { count: number };
  cell?: unknown;
  name?: string;
}

/** What a list says about how many there are, without what tells the two conversations apart. */
function countsIn(json: string): string {
  const answer = JSON.parse(json);
  const { total, conversations, open, closed, all, facets, prompts, edges } = answer;
  const data = Array.isArray(answer.data)
    ? answer.data.map(({ hits, cell, name }: Counted) => [hits?.count ?? 0, cell, cell && name])
    : null;
  return JSON.stringify([total, conversations, open, closed, all, facets, prompts, edges, data]).replaceAll(
    /key=(?:present|absent)/g,
    "",
  );
}

function excerpt(text: string): string {
  const found = isLeaking.exec(text);
  return found === null ? "" : text.slice(Math.max(0, found.index - 120), found.index + 60);
}

let seconds = 0;
function at(): string {
  seconds += 1;
  return `2023-09-01 15:${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Every message fixture from both sides, and every other event type, with canaries in all their fields. */
function everything(): unknown[] {
  const files = readdirSync("lib/messages/fixtures", { recursive: true, encoding: "utf8" });
  const messages: unknown[] = files
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => JSON.parse(readFileSync(`lib/messages/fixtures/${file}`, "utf8")));
  const text = `${canary} ${written} `.repeat(15);
  const list = Object.entries({ ...known, nickname: canary, plan: "pro" }).map(([name, value]) => ({ name, value }));
  const agent = { type: "user", id: "8292", email: "ann@staff.example" };
  return [
    eventOf(
      "conversation_create",
      {
        ...{ title: `hello ${written}`, created_at: at(), extra: { deep: [text] } },
        external_key: `ticket of ${known.visitor_email}`,
      },
      at(),
    ),
    ...messages.flatMap((message) => [
      eventOf(
        "message",
        { message_by: { type: "bot", id: "1" }, message: filledMessage(message, text), more: written },
        at(),
      ),
      eventOf(
        "message",
        { message_by: { type: "visitor", id: "826373" }, message: filledMessage(message, text) },
        at(),
      ),
    ]),
    eventOf("message", { message_by: { type: "visitor" }, message: { type: "text", text: `hello ${written}` } }, at()),
    eventOf(
      "message",
      { message: { type: "image", payload: { link: "https://x.example/vortexfile", file_name: "vortexfile" } } },
      at(),
    ),
    eventOf("note", { note: "vortexnote", note_by: agent, more: text }, at()),
    eventOf("status", { status: "Close", closed_by: agent, more: { [canary]: written } }, at()),
    eventOf("assignee_change", { to: agent, changed_by: agent, reason: text }, at()),
    eventOf("message_status", { status: "failed", reason: written }, at()),
    eventOf("sla_breached", { name: written }, at()),
    eventOf(
      "mystery",
      { [canary]: written, phone: 2348035550147, list: [text], json: JSON.stringify({ a: canary }) },
      at(),
    ),
    eventOf("variables", { variables: list, more: text }, at()),
    ...[shared, { location: { ...shared, url: "https://maps.app.goo.gl/vortexplace" } }].map((payload) =>
      eventOf(
        "message",
        { message_by: { type: "visitor", id: "826373" }, message: { type: "location", payload } },
        at(),
      ),
    ),
    ...["Ticket of Zyxwilla", `mail ${known.visitor_email}`].map((name, place) =>
      eventOf("conversation_labels", { action: "add", labels: [{ id: 900 + place, name }], by: agent }, at()),
    ),
  ];
}

/** Two conversations that differ in the canary only. */
function quiet(name: string, person: string): unknown[] {
  const is = person === canary;
  const said = (text: string, by = "visitor") =>
    eventOf("message", { message_by: { type: by, id: "7" }, message: { type: "text", text } }, at(), name);
  const events = [
    eventOf("conversation_create", { title: `Chat with ${person}`, created_at: "2023-09-01 14:00:00" }, at(), name),
    said(`hello ${person}`),
    said(is ? written : "somebody! nothing", "bot"),
    said(is ? known.visitor_email : "else@other.example", "user"),
    eventOf("note", { note: is ? "vortexnote" : "other", note_by: { type: "user", id: "7" } }, at(), name),
    said(is ? `I am in ${shared.address}` : "I am in another street"),
    eventOf("message", { message: { type: "location", payload: is ? shared : { name: "other" } } }, at(), name),
    eventOf(
      "conversation_labels",
      { action: "add", labels: [{ id: is ? 910 : 911, name: `Ticket of ${is ? "Zyxwilla" : "Somebody"}` }] },
      at(),
      name,
    ),
    eventOf(
      "variables",
      {
        variables: [
          { name: "visitor_name", value: person },
          { name: "visitor_email", value: is ? known.visitor_email : "else@other.example" },
          { name: "visitor_phone", value: is ? known.visitor_phone : "+442079460958" },
          { name: "nickname", value: person.split(" ")[0] },
        ],
      },
      at(),
      name,
    ),
  ];
  return is ? events : events.map((event) => ({ ...event, visitor: { key: "other", id: 1 } }));
}
