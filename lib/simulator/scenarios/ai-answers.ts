import type { ConversationScript } from "../conversation-script";
import { messages } from "../messages";
import { handsOver, talks } from "./openings";
import { asksToRate } from "./order-support";

/** Open questions, answered by the AI block in Markdown or HTML. */
export function aiAnswers(script: ConversationScript): void {
  const { words, random } = script;
  script.says(messages.text(words.greeting));
  for (const { question, answer } of random.shuffle(words.questions)) {
    script.visitorSays(messages.text(question), [4, 60]).sets({ last_question: question });
    script.wait(1, 6).says(messages.text(answer));
    if (random.chance(0.3)) break;
  }
  if (random.chance(0.3)) {
    script.visitorSays(messages.text(random.pick(words.problems)));
    talks(script, handsOver(script), random.integer(1, 3));
    return;
  }
  asksToRate(script);
}

/** A case over several days: hundreds of events, passed from agent to agent. */
export function longCase(script: ConversationScript): void {
  const { words, random, bot } = script;
  script.says(messages.text(words.greeting));
  script.visitorSays(messages.text(random.pick(words.problems)));
  const parts = random.integer(5, 9);
  for (let part = 0; part < parts && !script.abandoned; part++) {
    const agent = handsOver(script);
    talks(script, agent, random.integer(16, 34));
    script.closes(agent.actor).wait(4_000, 70_000);
    script.visitorSays(messages.text(random.pick(words.problems)));
    script.reopens(bot.actor).assigns(bot.actor, bot.actor);
  }
}
