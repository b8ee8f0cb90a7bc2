import { bots, channels } from "../cast";
import { ConversationScript } from "../conversation-script";
import { messages } from "../messages";
import type { PlatformEvent } from "../platform-event";
import { Random } from "../random";
import { makeVisitor } from "../visitor";
import { nearMisses, type StuckStory, stuckStories } from "./stuck-stories";

/** A conversation with the reasons why its visitor is stuck, as it was written. */
export interface LabelledConversation {
  key: string;
  name: string;
  reasons: readonly string[];
  events: PlatformEvent[];
}

const minute = 60_000_000;

/**
 * Conversations whose visitors are stuck, or only seem to be.
 *
 * @param now milliseconds since 1970
 */
export function simulateStuck({
  seed,
  rounds,
  now,
}: {
  seed: string;
  rounds: number;
  now: number;
}): LabelledConversation[] {
  const stories = [...stuckStories, ...nearMisses];
  const told = Array.from({ length: rounds }, (_, round) =>
    stories.map((story, place) => tell(story, `${seed} ${round} ${place}`, now)),
  );
  return [...told.flat(), ...leftPrompt(seed, now), ...unpopularPrompt(seed, now)];
}

/** Told twice: how long it takes decides when it has to begin. */
function tell({ name, reasons, ago, play }: StuckStory, seed: string, now: number): LabelledConversation {
  const end = now * 1000 - Math.round(new Random(seed).skewed(...ago) * minute);
  const took = scriptOf(seed, end, play).lastAt - end;
  const { key, events } = scriptOf(seed, end - took, play);
  return { key, name, reasons, events };
}

function scriptOf(seed: string, startAt: number, play: StuckStory["play"]): ConversationScript {
  const random = new Random(seed);
  const script = new ConversationScript({
    ...{ random, bot: bots.shop, channel: channels.web, visitor: makeVisitor(random), isNewVisitor: true, startAt },
  });
  play(script);
  return script;
}

/** A prompt that nearly everyone answered for weeks, and that most leave since today. */
function leftPrompt(seed: string, now: number): LabelledConversation[] {
  const title = "Which day suits you?";
  const usual = shown(`${seed} usual`, { now, title, count: 60, days: 20, left: 0.1 });
  const today = shown(`${seed} today`, { now, title, count: 24, days: 0, left: 0.8 });
  return [...usual, ...today.map((one) => ({ ...one, reasons: one.isLeft ? ["abandoned"] : [] }))];
}

/** A prompt that half of the visitors always leave. */
function unpopularPrompt(seed: string, now: number): LabelledConversation[] {
  const title = "Would you like our newsletter?";
  const usual = shown(`${seed} often`, { now, title, count: 60, days: 20, left: 0.5 });
  return [...usual, ...shown(`${seed} again`, { now, title, count: 24, days: 0, left: 0.5 })];
}

interface Showings {
  now: number;
  title: string;
  count: number;
  /** How long ago: in the two days after that many days, or in the last hours for none. */
  days: number;
  /** The share of visitors who leave. */
  left: number;
}

function shown(seed: string, { now, title, count, days, left }: Showings) {
  return Array.from({ length: count }, (_, place) => {
    const random = new Random(`${seed} ${place}`);
    const minutes = days === 0 ? random.integer(45, 900) : days * 1440 + random.integer(0, 2880);
    const isLeft = place < left * count;
    const script = scriptOf(`${seed} ${place}`, now * 1000 - minutes * minute, (told) => {
      const choices = [messages.branch("First", 1), messages.branch("Second", 2)];
      told.says(
        messages.button(
          title,
          choices.map((choice) => ({ ...choice, next_dialog: `${title} ${choice.title}` })),
        ),
      );
      if (!isLeft) told.visitorSays(messages.buttonResponse("First")).says(messages.text(told.words.closing));
    });
    return { key: script.key, name: title, reasons: [] as string[], events: script.events, isLeft };
  });
}
