import { readEvent } from "@/lib/event-types/read-event";
import { fold } from "@/lib/fold/fold";
import { digestedSteps, promptIdOf } from "@/lib/store/projections/step-rows";
import { manyConversations } from "@/lib/testing/many-conversations";

/** Each is combined with others. */
const mostIds = 4;
const mostAnswers = 2;

/** Ids of prompts in `manyConversations`, with a key of a choice. Those whose structure does not tell them apart include the variant. */
export function samplePrompts(): { ids: string[]; answers: string[] } {
  const steps = manyConversations(60).flatMap(({ events }) => {
    const state = fold(
      events.map((event, place) => {
        const from = { receivedAt: "2026-11-22T12:00:00.000000Z", deliveryId: "1" };
        return readEvent({ id: String(place + 1), raw: JSON.stringify(event), ...from });
      }),
    );
    return digestedSteps(state).map((step) => ({ text: step.text, promptId: promptIdOf(state, step) }));
  });
  const ids = steps.map(({ promptId, text }) => (text.isWeak ? `${promptId}.${text.variant}` : promptId));
  const answers = steps.flatMap(({ text }) => text.choices.map(({ key }) => key));
  return { ids: [...new Set(ids)].slice(0, mostIds), answers: [...new Set(answers)].slice(0, mostAnswers) };
}
