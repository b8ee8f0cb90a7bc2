import { expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import type { Event } from "@/lib/events/event";
import { fold, toConversation } from "@/lib/fold/fold";
import { writeTranscript } from "./write-transcript";

const formOf = (fields: number) =>
  readEvent({
    id: "1",
    raw: JSON.stringify({
      event: {
        type: "message",
        payload: {
          message_by: { type: "visitor", id: "1" },
          message: {
            type: "form.response",
            payload: { fields: Array.from({ length: fields }, (_, index) => ({ label: `l${index}`, value: "a b c" })) },
          },
        },
      },
      conversation: { key: "k" },
      visitor: { key: "v" },
      timestamp: "2026-01-08 14:00:00.000001",
    }),
    receivedAt: "2026-01-08T14:00:01.000000Z",
    deliveryId: "1",
  });

it.each(["txt", "md", "html", "json"] as const)("takes linear time, as %s", async (format) => {
  const cost = async (event: Event) => {
    const before = process.cpuUsage();
    await Array.fromAsync(writeTranscript(format, toConversation(fold([event])), () => [[event]]));
    return process.cpuUsage(before).user;
  };
  await cost(formOf(1000));
  const small = await cost(formOf(2000));
  // Eight times the fields: eight times the time, not 64 times.
  expect(await cost(formOf(16_000))).toBeLessThan(small * 30 + 200_000);
});
