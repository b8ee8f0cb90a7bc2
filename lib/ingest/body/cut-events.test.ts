import { describe, expect, it } from "vitest";
import { eventOf } from "@/lib/testing/deliver";
import { cutEvents } from "./cut-events";
import { prepareDelivery } from "./prepare-delivery";

const event = (key: string, note: string) => JSON.stringify(eventOf("note", { note }, "2026-11-22 12:00:00", key));
const [mine, mineToo, other] = [event("me", "Grüße, ich"), event("me", "2"), event("you", "🙂 you")];
const isMine = ({ raw }: { raw: string }) => raw.includes('"key":"me"');
const cut = (body: string | Buffer, by: string | null) =>
  cutEvents(Buffer.from(body), (sent) => (isMine(sent) ? by : undefined));
const text = (result: ReturnType<typeof cutEvents>) =>
  result.kind === "cut" ? Buffer.from(result.bytes).toString() : result.kind;

describe("cutEvents", () => {
  it("cuts events out of a list, and keeps every byte of the others", () => {
    expect(text(cut(`{ "events" : [ ${mine} , ${other},\n${mineToo} ] ,"token":"***"}`, null))).toBe(
      `{ "events" : [ ${other} ] ,"token":"***"}`,
    );
    expect(text(cut(`{"events":[${other},${mine},${mineToo}]}`, null))).toBe(`{"events":[${other}]}`);
    expect(text(cut(`[${mine},${other}]`, null))).toBe(`[${other}]`);
    expect(text(cut(`[{"events":[${mine}]},{"events":[${other}]}]`, null))).toBe(
      `[{"events":[]},{"events":[${other}]}]`,
    );
  });

  it("puts a text in their place", () => {
    expect(text(cut(`{"events":[${mine},${other}]}`, '{"a":1}'))).toBe(`{"events":[{"a":1},${other}]}`);
    expect(text(cut(`\ufeff{"events":[${mine},${other}]}`, '{"a":1}'))).toBe(`\ufeff{"events":[{"a":1},${other}]}`);
  });

  it("keeps nothing of a body whose events all go", () => {
    expect(text(cut(`{"events":[${mine},${mineToo}],"about":"me"}`, null))).toBe("whole");
    expect(text(cut(mine, null))).toBe("whole");
    expect(text(cut(`{"events":[${mine}],"about":"me"}`, '{"a":1}'))).toBe('{"events":[{"a":1}]}');
    expect(text(cut(`payload=${encodeURIComponent(`{"events":[${mine}]}`)}`, '{"a":1}'))).toBe('{"events":[{"a":1}]}');
  });

  it("cuts events out of a body that is not JSON as a whole", () => {
    const damaged = `{"events":[${mine},{"event":{"type":"note","payload":{"note":NaN}},"conversation":{"key":"you"},"timestamp":"2026-11-22 12:00:00"},${other}]}`;
    const result = cut(damaged, null);
    expect(text(result)).toBe(damaged.replace(`${mine},`, ""));
  });

  it("lets a body go in which others are not safe, or that has something else, which may be about anyone", () => {
    expect(text(cut(`{"events":[${mine},${other}],"x":"me"}`, null))).toBe("whole");
    expect(text(cut(Buffer.from(`\ufeff{"events":[${mine},${other}]}`, "utf16le"), null))).toBe("whole");
    expect(text(cut(`payload=${encodeURIComponent(`{"events":[${mine},${other}]}`)}`, null))).toBe("whole");
    expect(text(cut(JSON.stringify(`{"events":[${mine},${other}]}`), null))).toBe("whole");
  });

  it("leaves other bodies unchanged", () => {
    for (const body of ["", "nonsense", `{"events":[${other}]}`, "{}"]) expect(text(cut(body, null))).toBe("unchanged");
  });

  it("leaves a body from which the other events are stored as before", () => {
    const origin = { source: "webhook", tokenPlace: null, contentType: null, receivedAt: 1n, secrets: [] } as const;
    const result = cut(`{"events":[${mine},${other},${mineToo}]}`, null);
    const after = prepareDelivery(result.kind === "cut" ? result.bytes : Buffer.of(), origin);
    const before = prepareDelivery(Buffer.from(`{"events":[${other}]}`), origin);
    expect(after.events.map(({ raw, hash }) => ({ raw, hash }))).toEqual(
      before.events.map(({ raw, hash }) => ({ raw, hash })),
    );
  });
});
