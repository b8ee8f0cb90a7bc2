import { type Agent, agents, labels } from "../cast";
import type { ConversationScript } from "../conversation-script";
import { mediaFile } from "../media";
import { messages, variableToken } from "../messages";
import { fill } from "../phrasebook";

/** The bot greets and shows its menu; the visitor picks the given choice, or types instead. */
export function opensWithMenu(script: ConversationScript, choice: keyof typeof script.words.menu): boolean {
  const { words, random } = script;
  script.says(messages.text(words.greeting));
  const titles = Object.values(words.menu);
  script.says(
    messages.button(
      words.menuTitle,
      titles.map((title, index) => messages.branch(title, index + 2)),
    ),
  );
  if (random.chance(0.08)) {
    script.visitorSays(messages.text(words.typedInstead));
    return false;
  }
  script.visitorSays(messages.buttonResponse(words.menu[choice]));
  return true;
}

/** A contact form and its answers, which the platform also sends as variables. */
export function fillsContactForm(script: ConversationScript, withCompany: boolean): void {
  const { words, visitor, random } = script;
  const questions = [
    { label: words.form.name, type: "text", name: "visitor_name", value: visitor.name, extra: "None" },
    { label: words.form.email, type: "email", name: "visitor_email", value: visitor.email, extra: "None" },
    {
      label: words.form.phone,
      type: "phone",
      name: "visitor_phone",
      value: random.chance(0.7) ? visitor.phone : "",
      extra: { country_code: words.countryCode },
    },
    ...(withCompany
      ? [
          {
            label: words.form.company,
            type: "text",
            name: "company",
            value: `${random.pick(words.lastNames)} & Co. (example)`,
            extra: "None",
          },
        ]
      : []),
  ];
  script.says(
    messages.form(
      words.form.title,
      questions.map(({ label, type, name }) => ({
        label,
        type,
        variable: variableToken(name),
        is_optional: type === "phone",
      })),
    ),
  );
  script.visitorSays(
    messages.formResponse(
      questions.map(({ label, type, name, value, extra }) => ({
        label,
        variable: variableToken(name),
        type,
        value,
        extra,
      })),
    ),
    [14, 120],
  );
  if (random.chance(0.8)) {
    script.sets(
      Object.fromEntries(questions.filter(({ value }) => value !== "").map(({ name, value }) => [name, value])),
    );
  }
}

/** Assigns the conversation to an agent, who says hello. */
export function handsOver(script: ConversationScript): Agent {
  const { words, random, visitor, bot } = script;
  const agent = random.pick(agents);
  script.says(messages.text(words.handover));
  if (random.chance(0.5)) {
    script.assigns(null, bot.actor).wait(20, 700).assigns(agent.actor, agent.actor);
  } else {
    script.assigns(agent.actor, bot.actor);
  }
  script.agentSays(
    agent,
    messages.text(fill(words.agentHello, { name: visitor.name, agent: agent.name.split(" ")[0] ?? agent.name })),
  );
  return agent;
}

/** Visitor and agent chat, sometimes with a note, a file or a label. */
export function talks(script: ConversationScript, agent: Agent, turns: number): void {
  const { words, random, bot } = script;
  const questions = random.shuffle(words.visitorReplies);
  const answers = random.shuffle(words.agentReplies);
  for (let turn = 0; turn < turns && !script.abandoned; turn++) {
    script.visitorSays(messages.text(inTurn(questions, turn)), [5, 180]);
    if (random.chance(0.12)) {
      script.visitorSays(messages.media("image", mediaFile(random, "image", bot.id)), [4, 30]);
    }
    if (random.chance(0.05)) {
      script.visitorSays(messages.media("audio", mediaFile(random, "audio", bot.id)), [8, 60]);
    }
    if (random.chance(0.15)) script.notes(agent, random.pick(words.notes));
    if (random.chance(0.1)) script.wait(3, 20).adds(random.pick(Object.values(labels)), agent.actor);
    script.agentSays(agent, messages.text(inTurn(answers, turn)));
    if (random.chance(0.06)) script.agentSays(agent, messages.media("document", mediaFile(random, "document", bot.id)));
    if (random.chance(0.04)) script.wait(3_000, 30_000);
  }
}

function inTurn(lines: readonly string[], turn: number): string {
  return lines[turn % lines.length] ?? "";
}
