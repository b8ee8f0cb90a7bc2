import { beforeAll, expect, it, vi } from "vitest";
import { loadEvents } from "@/lib/api/client/load-events";
import type { Conversation } from "@/lib/conversation/conversation";
import { compareEvents } from "@/lib/events/compare-events";
import type { Event } from "@/lib/events/event";
import { stateAt } from "@/lib/fold/checkpoints";
import { fold, toConversation } from "@/lib/fold/fold";
import { simulate } from "@/lib/simulator/simulate";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { GET as getEvents } from "./events/route";
import { GET as getConversation } from "./route";
import { GET as getTranscript } from "./transcript/route";

const token = "token-for-the-tests-of-moments";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const call = (route: (request: Request) => Promise<Response>, path: string) =>
  route(new Request(new URL(path, "http://localhost:3000"), { headers: { authorization: `Bearer ${token}` } }));
vi.stubGlobal("fetch", (path: string) => call(getEvents, path));

/** Without arrival data, which is not part of the events. */
const read = async (answer: Promise<Response>): Promise<Conversation> => withoutArrival(await (await answer).json());
const withoutArrival = ({ lateCount: _, repeatCount: __, ...state }: Conversation & Record<string, unknown>) => state;

const seed = process.env.MOMENTS_SEED ?? String(Date.now());
const told = simulate({ seed, conversations: 6, now: Date.UTC(2026, 10, 22, 12), days: 20 });

describeEachDatabase(`the state at every event of random conversations (MOMENTS_SEED=${seed})`, (openStore) => {
  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    // Late and interleaved: the second half of each conversation arrives first.
    const halves = told.map(({ events }) => [events.slice(events.length >> 1), events.slice(0, events.length >> 1)]);
    await deliver(store, ...halves.map(([late]) => ({ events: late })));
    await deliver(store, ...halves.map(([, early]) => ({ events: early })), { events: halves[0]?.[0] });
  });

  it.each(told.map(({ key, scenario }) => [scenario, key]))("%s agrees in page, API, transcript", async (_, key) => {
    const path = `/api/v1/conversations/${encodeURIComponent(key)}`;
    const signal = new AbortController().signal;
    const { events } = await loadEvents(key, { known: undefined, signal, onTail: () => undefined });
    expect(events).toEqual([...events].sort(compareEvents));
    for (const [place, event] of some(events).entries()) {
      const fresh = toConversation(fold(events.slice(0, place + 1)));
      expect(toConversation(stateAt(events, place))).toEqual(fresh);
      expect(await read(call(getConversation, `${path}?at=${event.id}`))).toEqual(fresh);
    }
    const transcript: { conversation: Conversation; events: Event[] } = await (
      await call(getTranscript, `${path}/transcript?format=json`)
    ).json();
    expect(transcript.events).toEqual(events);
    expect(withoutArrival({ ...transcript.conversation })).toEqual(toConversation(fold(transcript.events)));
    expect(await read(call(getConversation, path))).toEqual(withoutArrival({ ...transcript.conversation }));
  });
});
