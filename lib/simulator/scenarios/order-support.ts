import { billingTeam, labels } from "../cast";
import type { ConversationScript } from "../conversation-script";
import { mediaFile } from "../media";
import { messages, variableToken } from "../messages";
import { fill } from "../phrasebook";
import { handsOver, opensWithMenu, talks } from "./openings";

const days = ["2026-11-24", "2026-11-25", "2026-11-26"] as const;

/** An order is looked up; unsolved cases go to an agent, with files, labels, notes and a rating. */
export function orderSupport(script: ConversationScript): void {
  const { words, random, bot, visitor } = script;
  opensWithMenu(script, random.chance(0.5) ? "order" : "refund");
  const order = `NW${random.integer(2000, 9999)}`;
  const question = { label: words.askOrder, type: "text", variable: variableToken("order_number") };
  script.says(messages.form(words.askOrder, [{ ...question, is_optional: false }]));
  script
    .visitorSays(messages.formResponse([{ ...question, value: order, extra: "None" }]))
    .sets({ order_number: order });
  script.says(messages.delay(2));
  script.says(messages.text(fill(words.orderFound, { order, day: random.pick(days) })));
  if (random.chance(0.35)) {
    asksToRate(script);
    return;
  }
  script.visitorSays(messages.text(random.pick(words.problems)));
  script.says(messages.fileUpload(words.askFile, 1));
  if (random.chance(0.75)) {
    const kind = random.pick(["image", "document"] as const);
    script.visitorSays(messages.fileUploadResponse(kind, mediaFile(random, kind, bot.id)), [10, 140]);
    script.says(messages.text(words.fileThanks));
  } else {
    script.visitorSays(messages.text(random.pick(words.problems)));
  }
  const agent = handsOver(script);
  script.adds(random.pick([labels.refund, labels.parcel]), agent.actor);
  if (random.chance(0.3)) script.adds(labels.review, agent.actor);
  talks(script, agent, random.integer(2, 6));
  script.notes(agent, random.pick(words.notes)).sets({ refund_limit: random.pick([40, 60, 80]) }, agent.actor);
  if (random.chance(0.2)) {
    script.assigns(billingTeam, agent.actor).wait(300, 5_000).assigns(agent.actor, agent.actor);
  }
  if (random.chance(0.12)) {
    script.reports("sla_breached", { sla: { name: "First answer", target_minutes: 15 }, breached_for: agent.actor });
  }
  script.agentSays(agent, messages.text(random.pick(words.agentReplies)));
  script.visitorSays(messages.text(random.pick(words.thanks)));
  script.agentSays(agent, messages.text(words.closing)).removes(labels.review, agent.actor);
  if (random.chance(0.7)) script.closes(agent.actor);
  if (script.isClosed && random.chance(0.25)) {
    script.wait(3_600, 90_000).visitorSays(messages.text(random.pick(words.problems)));
    script.reopens(agent.actor).sets({ visitor_reopened: true, visitor_name: visitor.name }, agent.actor);
    talks(script, agent, random.integer(1, 3));
    if (random.chance(0.6)) script.closes(agent.actor);
  }
}

/** "How did we do?", answered by most. */
export function asksToRate(script: ConversationScript): void {
  const { words, random, bot } = script;
  script.says(
    messages.button(
      words.askRating,
      words.ratings.map((rating, index) => messages.branch(rating, 20 + index)),
    ),
  );
  if (random.chance(0.3)) return;
  const rating = random.pick(words.ratings);
  script.visitorSays(messages.buttonResponse(rating)).sets({ rating });
  script.says(messages.text(words.closing)).closes(bot.actor);
}
