import { beforeAll, expect, it, vi } from "vitest";
import { type LoadedEvents, loadEvents } from "@/lib/api/client/load-events";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { GET } from "./route";

const token = "token-for-the-tests-of-the-loading";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const asked: string[] = [];
let afterAsking: (search: string) => void = () => undefined;
vi.stubGlobal("fetch", async (path: string, { signal }: RequestInit) => {
  const url = new URL(path, "http://localhost:3000");
  const search = url.searchParams.toString();
  asked.push(search);
  const answer = GET(new Request(url, { headers: { authorization: `Bearer ${token}` } }));
  afterAsking(search);
  await answer;
  signal?.throwIfAborted();
  return answer;
});

const says = (key: string, place: number) => {
  const at = new Date(Date.UTC(2026, 0, 8, 14) + place * 1000).toISOString().replace("T", " ").slice(0, -1);
  return eventOf(
    "message",
    { message_by: { type: "visitor" }, message: { type: "text", text: String(place) } },
    at,
    key,
  );
};
const placesOf = ({ events }: LoadedEvents) => events.map(({ text }) => Number(text));
const upTo = (length: number) => Array.from({ length }, (_, place) => place);

describeEachDatabase("loading a conversation's events", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;
  const never = new AbortController().signal;
  const store1300 = async (key: string) => {
    await deliver(store, { events: upTo(1300).map((place) => says(key, place * 2)) });
    asked.length = 0;
  };

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
  });

  it("returns the end of a long one first, then all in order, and later only new events", async () => {
    await store1300("long");
    const tails: LoadedEvents[] = [];
    const whole = await loadEvents("long", { known: undefined, signal: never, onTail: (tail) => tails.push(tail) });
    expect(tails.map(placesOf)).toEqual([
      upTo(1300)
        .slice(-200)
        .map((place) => place * 2),
    ]);
    expect(whole.complete).toBe(true);
    expect(placesOf(whole)).toEqual(upTo(1300).map((place) => place * 2));

    await deliver(store, { events: [says("long", 77), says("long", 9000)] });
    asked.length = 0;
    const more = await loadEvents("long", { known: whole, signal: never, onTail: () => expect.unreachable() });
    expect(asked).toHaveLength(1);
    expect(placesOf(more)).toEqual([...upTo(39).map((place) => place * 2), 77, ...placesOf(whole).slice(39), 9000]);
    expect(more.events[0]).toBe(whole.events[0]);
  });

  it("resumes after an abort, and misses nothing that was stored in the meantime", async () => {
    await store1300("broken off");
    let known: LoadedEvents | undefined;
    for (const late of [1, 601, 1201, 2001]) {
      const loading = new AbortController();
      afterAsking = (search) => !search.includes("last") && loading.abort();
      const load = loadEvents("broken off", { known, signal: loading.signal, onTail: (tail) => (known = tail) });
      await expect(load).rejects.toThrow();
      await deliver(store, { events: [says("broken off", late)] });
    }
    afterAsking = () => undefined;
    const whole = await loadEvents("broken off", { known, signal: never, onTail: () => expect.unreachable() });
    const expected = [...upTo(1300).map((place) => place * 2), 1, 601, 1201, 2001].sort((a, b) => a - b);
    expect(placesOf(whole)).toEqual(expected);
    // The end, three pages, and each time what was stored in the meantime.
    expect(asked.filter((search) => search.includes("since="))).toHaveLength(2);
    expect(asked).toHaveLength(1 + 3 + 2);
  });
});
