import { describe, expect, test } from "vitest";
import { toConversation } from "@/lib/conversation/to-conversation";
import { fold } from "@/lib/fold/fold";
import { asEvents } from "@/lib/testing/as-events";
import { simulate } from "./simulate";

const conversations = simulate({ seed: "complete", conversations: 1000, now: Date.UTC(2026, 10, 22, 12) });

describe("simulated conversations", () => {
  test("have no gaps", () => {
    const alarms = conversations.flatMap((conversation) => {
      const { gaps } = toConversation(fold(asEvents(conversation)));
      return gaps.map(({ reason }) => `${conversation.scenario}: ${reason}`);
    });
    expect(alarms).toEqual([]);
  });

  test("are recognised, except for the invented event type", () => {
    const unrecognised = conversations.flatMap(asEvents).filter(({ recognised }) => !recognised);
    expect(new Set(unrecognised.map(({ type }) => type))).toEqual(new Set(["survey_answered"]));
  });
});
