import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ChangeAnnouncer } from "./announce-changes";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("refetches immediately, then at most once a second, and always after the last change", async () => {
  const { client, fetched } = watching(
    ["listConversations"],
    ["getConversation", "open"],
    ["listConversationEvents", "open"],
  );
  const announcer = new ChangeAnnouncer(client);
  const change = (...conversationKeys: string[]) => announcer.take({ cursor: "1", conversationKeys, events: 1 });
  await vi.advanceTimersByTimeAsync(0);
  const before = fetched();

  change("other");
  await vi.advanceTimersByTimeAsync(0);
  expect(since(before, fetched())).toEqual([1, 0, 0]);
  // The open conversation has its own limit, separate from the list's.
  change("open");
  await vi.advanceTimersByTimeAsync(0);
  expect(since(before, fetched())).toEqual([1, 1, 1]);
  for (let count = 0; count < 30; count++) {
    await vi.advanceTimersByTimeAsync(100);
    change("open", "other");
  }
  expect(since(before, fetched())).toEqual([4, 4, 4]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(since(before, fetched())).toEqual([5, 5, 5]);
  announcer.end();
  client.clear();
});

it("does not refetch without changes, or after its end", async () => {
  const { client, fetched } = watching(["listConversations"]);
  const announcer = new ChangeAnnouncer(client);
  await vi.advanceTimersByTimeAsync(0);
  announcer.take({ cursor: "1", conversationKeys: [], events: 0 });
  await vi.advanceTimersByTimeAsync(2000);
  expect(fetched()).toEqual([1]);
  announcer.take({ cursor: "2", conversationKeys: ["a"], events: 1 });
  announcer.take({ cursor: "3", conversationKeys: ["a"], events: 1 });
  announcer.end();
  await vi.advanceTimersByTimeAsync(2000);
  expect(fetched()).toEqual([2]);
  client.clear();
});

/** A client with active queries; `fetched` counts each query's fetches. */
function watching(...queryKeys: string[][]) {
  const client = new QueryClient();
  const counts = queryKeys.map(() => 0);
  for (const [place, queryKey] of queryKeys.entries()) {
    const queryFn = async () => {
      counts[place] = (counts[place] ?? 0) + 1;
      return counts[place];
    };
    new QueryObserver(client, { queryKey, queryFn }).subscribe(() => {});
  }
  return { client, fetched: () => [...counts] };
}

function since(before: readonly number[], after: readonly number[]): number[] {
  return after.map((count, place) => count - (before[place] ?? 0));
}
