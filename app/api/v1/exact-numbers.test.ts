import { readFileSync } from "node:fs";
import { beforeAll, expect, it, vi } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { GET as conversationEvents } from "./conversations/[key]/events/route";
import { GET as conversation } from "./conversations/[key]/route";
import { GET as transcript } from "./conversations/[key]/transcript/route";
import { GET as conversations } from "./conversations/route";
import { GET as event } from "./events/[id]/route";
import { GET as exported } from "./export/route";
import { GET as facets } from "./facets/route";
import { GET as visitor } from "./visitors/[key]/route";

const token = "token-for-the-tests-of-numbers";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const digits = ["12345678901234567890", "9007199254740993", "1.10", "0.1000", "1e400", "-0", "1E5", "NaN"];

describeEachDatabase("numbers that a double would change", (openStore, _createDatabase, dialect) => {
  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    for (const name of ["01-big-integers", "02-two-visitors-one-key"]) {
      await deliver(store, readFileSync(`lib/testing/field-cases/${name}.json`));
    }
    const variables = digits.map((_, place) => ({ name: `n${place}`, type: "number", value: `<${place}>` }));
    const message = { type: "text", text: "Order 1", order: "<0>", price: "<2>" };
    const body = JSON.stringify({
      events: [
        eventOf(
          "variables",
          { variables: [...variables, { name: "plain", type: "number", value: 3.5 }] },
          "2024-01-01 10:00:00",
          "all",
        ),
        eventOf(
          "message",
          {
            message_by: { type: "visitor" },
            message: { type: "form.response", payload: { fields: [{ label: "Order", value: "<0>" }] } },
          },
          "2024-01-01 10:00:01",
          "all",
        ),
        eventOf("never_seen", message, "2024-01-01 10:00:02", "all"),
      ],
    }).replaceAll(/"<(\d)>"/g, (_, place) => digits[Number(place)] ?? "");
    const [stored] = await deliver(store, body);
    expect(stored).toMatchObject({ accepted: 3, quarantined: 0 });
  });

  const get = async (route: (request: Request) => Promise<Response>, path: string) => {
    const response = await route(
      new Request(`http://localhost:3000/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } }),
    );
    expect(response.status).toBe(200);
    return response;
  };
  const json = async (route: (request: Request) => Promise<Response>, path: string) => (await get(route, path)).json();

  it("are texts with the digits sent, of type number", async () => {
    const { variables } = await json(conversation, "/conversations/all");
    for (const [place, sent] of digits.entries()) {
      expect(variables[`n${place}`]).toMatchObject({ value: sent, type: "number" });
    }
    expect(variables.plain).toMatchObject({ value: 3.5, type: "number" });
    const { data } = await json(conversationEvents, "/conversations/all/events");
    expect(data[2].payload).toMatchObject({ order: digits[0], price: "1.10" });
    const { raw } = await json(event, `/events/${data[0].id}`);
    for (const sent of digits) expect(raw).toContain(`"value":${sent}}`);
  });

  it("are found by filters, facets and search", async () => {
    for (const [query, keys] of [
      ["var.order_id=12345678901234567890", ["fc01"]],
      ["var.order_id=12345678901234567891", []],
      ["var.psid=9007199254740993", ["fc01"]],
      ["var.psid=9007199254740992", []],
      ["visitor=24681012141618203", ["fc02-a"]],
      ["visitor=24681012141618204", ["fc02-b"]],
      ["q=12345678901234567890", ["all", "fc01"]],
      ["var.n2=1.10", ["all"]],
      ["var.n2=1.1", []],
    ] as const) {
      const { data } = await json(conversations, `/conversations?${query}`);
      expect({ query, keys: data.map(({ key }: { key: string }) => key).sort() }).toEqual({ query, keys });
    }
    const names = JSON.stringify(await json(facets, "/facets?facet=var.order_id"));
    expect(names).toContain('"12345678901234567890"');
  });

  it("distinguish two visitors", async () => {
    for (const key of ["24681012141618203", "24681012141618204"]) {
      const found = await json(visitor, `/visitors/${key}`);
      expect(found).toMatchObject({ key });
    }
  });

  it("are exact in exports and transcripts", async () => {
    const csv = await (
      await get(exported, "/export?format=csv&columns=key,visitor.key,var.order_id,var.n2,var.n4,var.plain")
    ).text();
    expect(csv.split("\r\n").slice(1).sort()).toEqual([
      "",
      '"all","a569015fa03d41a283ed4c66c4601966",,"1.10","1e400",3.5',
      '"fc01","visitor-fc01","12345678901234567890",,,',
      '"fc02-a","24681012141618203",,,,',
      '"fc02-b","24681012141618204",,,,',
    ]);
    for (const format of ["txt", "md", "html", "json"]) {
      const text = await (await get(transcript, `/conversations/all/transcript?format=${format}`)).text();
      expect({ format, isThere: text.includes(digits[0] ?? "?") }).toEqual({ format, isThere: true });
    }
  });

  it(`are two events if they differ beyond a double's precision, and one if not (${dialect})`, async () => {
    const store = await openStore();
    const body = (value: string) =>
      JSON.stringify({ events: [eventOf("note", { note: "x", n: "<>" }, "2024-01-01 10:00:00")] }).replace(
        '"<>"',
        value,
      );
    const [first] = await deliver(store, body("9007199254740993"));
    const [other] = await deliver(store, body("9007199254740992"));
    const [again] = await deliver(store, body("9007199254740993.0"));
    expect([first, other, again]).toMatchObject([{ accepted: 1 }, { accepted: 1 }, { duplicates: 1 }]);
  });
});
