import { agents, billingTeam } from "../cast";
import type { ConversationScript } from "../conversation-script";
import { messages } from "../messages";
import { requests } from "./requests";

/** A conversation that goes wrong, or only seems to. */
export interface StuckStory {
  name: string;
  /** Why its visitor is stuck, as it was written; empty if it only seems so. */
  reasons: readonly string[];
  /** How many minutes ago its last event was: from, to. */
  ago: readonly [number, number];
  play: (script: ConversationScript) => void;
}

const long = [40, 1300] as const;
const hurried = [2, 14] as const;

/** Conversations whose visitors are stuck. */
export const stuckStories: readonly StuckStory[] = [
  {
    ...{ name: "the menu again and again", reasons: ["repeatedPrompt"], ago: long },
    play: (script) => {
      for (let left = script.random.integer(2, 4); left > 0; left -= 1) chooses(showsMenu(script));
      showsMenu(script);
    },
  },
  {
    ...{ name: "typing at the menu", reasons: ["repeatedPrompt", "typedInstead"], ago: long },
    play: (script) => {
      for (let left = script.random.integer(2, 4); left > 0; left -= 1) {
        says(showsMenu(script));
        script.says(messages.text(script.words.anythingElse));
      }
      showsMenu(script);
    },
  },
  {
    ...{ name: "typing twice just now", reasons: ["typedInstead"], ago: [0, 2] },
    play: (script) => {
      says(showsMenu(script));
      says(showsMenu(script));
    },
  },
  {
    ...{ name: "typing twice, then silence", reasons: ["typedInstead", "botSilent"], ago: long },
    play: (script) => says(says(showsMenu(script))),
  },
  {
    ...{ name: "the same words again and again", reasons: ["repeatedText"], ago: long },
    play: (script) => {
      const text = script.random.pick(script.words.problems);
      script.says(messages.text(script.words.greeting));
      for (let left = script.random.integer(3, 5); left > 0; left -= 1)
        script.visitorSays(messages.text(text), hurried);
      script.says(messages.text(script.words.anythingElse));
    },
  },
  {
    ...{ name: "the same words into silence", reasons: ["repeatedText", "botSilent"], ago: long },
    play: (script) => {
      for (const text of ["hello??", "Hello??", "HELLO??"]) script.visitorSays(messages.text(text), hurried);
    },
  },
  {
    ...{ name: "asking for a human", reasons: ["humanRequested"], ago: long },
    play: (script) => {
      script.says(messages.text(script.words.greeting));
      script.visitorSays(messages.text(request(script, "asks")));
      script.says(messages.text(script.words.handover));
      if (script.random.chance(0.5)) says(script).says(messages.text(script.words.anythingElse));
    },
  },
  {
    ...{ name: "choosing a human", reasons: ["humanRequested", "botSilent"], ago: long },
    play: (script) => void showsMenu(script).visitorSays(messages.buttonResponse(script.words.menu.person)),
  },
  {
    ...{ name: "a bot that has no answer", reasons: ["botSilent"], ago: [6, 1300] },
    play: (script) => {
      script.says(messages.text(script.words.greeting));
      says(script);
    },
  },
  {
    ...{ name: "nobody takes over", reasons: ["waiting"], ago: [16, 1300] },
    play: (script) => {
      says(script).says(messages.text(script.words.handover));
      script.assigns(script.random.pick([billingTeam, script.random.pick(agents).actor]), script.bot.actor);
    },
  },
  {
    ...{ name: "an agent who does not come back", reasons: ["waiting"], ago: [16, 1300] },
    play: (script) => says(meetsAgent(script)),
  },
];

/** Conversations that seem to be stuck, but are not. */
export const nearMisses: readonly StuckStory[] = [
  miss("the menu twice", long, (script) => {
    chooses(showsMenu(script));
    showsMenu(script);
  }),
  miss("a loop that ended", long, (script) => {
    for (let left = 3; left > 0; left -= 1) chooses(showsMenu(script));
    script.says(messages.text(script.words.fileThanks));
  }),
  miss("typing once, then choosing", long, (script) => {
    says(showsMenu(script));
    chooses(showsMenu(script)).says(messages.text(script.words.fileThanks));
  }),
  miss("a talk with the bot", long, (script) => {
    showsMenu(script);
    for (let left = script.random.integer(2, 5); left > 0; left -= 1) {
      says(script).says(messages.text(script.random.pick(script.words.questions).answer));
    }
  }),
  miss("the same words twice", long, (script) => {
    for (const text of ["hello?", "hello?"]) script.visitorSays(messages.text(text), hurried);
    script.says(messages.text(script.words.greeting));
  }),
  miss("the same words, slowly", long, (script) => {
    for (let left = 4; left > 0; left -= 1) {
      script.visitorSays(messages.text("ok"), [65, 90]).says(messages.text(script.words.anythingElse));
    }
  }),
  miss("people are mentioned", long, (script) => {
    script.visitorSays(messages.text(request(script, "mentions"))).says(messages.text(script.words.anythingElse));
  }),
  miss("a human requested just now", [0, 3], (script) => {
    script.visitorSays(messages.text(request(script, "asks"))).says(messages.text(script.words.handover));
  }),
  miss("a human requested, who came", long, (script) => {
    script.visitorSays(messages.text(request(script, "asks")));
    meetsAgent(script);
  }),
  miss("a bot that is thinking", [0, 4], (script) => void says(script)),
  miss("a short wait", [0, 12], (script) => says(meetsAgent(script))),
  miss("another agent takes over after a reply", long, (script) => {
    meetsAgent(script).assigns(billingTeam, script.bot.actor);
  }),
  miss("closed after a loop", long, (script) => {
    for (let left = 4; left > 0; left -= 1) says(showsMenu(script));
    script.closes(script.bot.actor);
  }),
  miss("silence since the day before yesterday", [1500, 4000], (script) => {
    for (let left = 3; left > 0; left -= 1) says(showsMenu(script));
  }),
  miss("a normal end", long, (script) => {
    chooses(showsMenu(script)).says(messages.text(script.words.closing));
    script
      .visitorSays(messages.text(script.random.pick(script.words.thanks)))
      .says(messages.text(script.words.closing));
  }),
];

function miss(name: string, ago: StuckStory["ago"], play: StuckStory["play"]): StuckStory {
  return { name, reasons: [], ago, play };
}

function showsMenu(script: ConversationScript): ConversationScript {
  const { order, refund, booking, person } = script.words.menu;
  const choices = [order, refund, booking, person].map((title, index) => messages.branch(title, index + 2));
  return script.says(messages.button(script.words.menuTitle, choices));
}

function chooses(script: ConversationScript): ConversationScript {
  const { order, refund, booking } = script.words.menu;
  return script.visitorSays(messages.buttonResponse(script.random.pick([order, refund, booking])));
}

/** Types something that the visitor has not typed before. */
function says(script: ConversationScript): ConversationScript {
  return script.visitorSays(messages.text(`${script.random.pick(script.words.problems)} (${script.events.length})`));
}

function meetsAgent(script: ConversationScript): ConversationScript {
  const agent = script.random.pick(agents);
  says(script).says(messages.text(script.words.handover));
  return script
    .assigns(agent.actor, script.bot.actor)
    .agentSays(agent, messages.text(script.random.pick(script.words.agentReplies)));
}

/** In the visitor's language, or in English. */
function request(script: ConversationScript, kind: "asks" | "mentions"): string {
  const own = requests[script.words.browserLanguage] ?? requests["en-GB"];
  return script.random.pick(own?.[kind] ?? []);
}
