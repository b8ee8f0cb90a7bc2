import { labels } from "../cast";
import type { ConversationScript } from "../conversation-script";
import { messages } from "../messages";
import { fillsContactForm, handsOver, opensWithMenu, talks } from "./openings";

/** Advice, a budget on a slider, contact details, and for the larger budgets a person. */
export function leadCapture(script: ConversationScript): void {
  const { words, random, bot } = script;
  if (!opensWithMenu(script, "advice")) {
    talks(script, handsOver(script), random.integer(1, 3));
    return;
  }
  const product = random.pick(words.products);
  script.says(
    messages.carousel(
      words.chooseProduct,
      words.products.map(({ title, description }) => ({
        image: `https://playhead-simulated-attachments.storage.googleapis.com/catalogue/${title.split(" ").at(-1)?.toLowerCase()}.jpg`,
        action: "",
        title,
        subtitle: description,
        options: [{ id: "1", text: words.yes }],
      })),
    ),
  );
  script.visitorSays(messages.text(product.title)).sets({ interest: product.title });
  script.says(messages.slider(words.askBudget, 10, 500, random.pick([10, 5, "None"] as const), words.currency));
  const budget = random.integer(1, 50) * 10;
  script.visitorSays(messages.sliderResponse(budget)).sets({ budget });
  fillsContactForm(script, true);
  script.adds(labels.lead, bot.actor);
  if (random.chance(0.5)) {
    script.says(
      messages.javascript(
        `supporthunt.setContactVariables({"plan": "${budget > 250 ? "pro" : "team"}"});\nsupporthunt.setConversationVariables({"lead_score": ${Math.round(budget / 5)}});\nconsole.log("lead scored");`,
      ),
    );
    script.visitorSays(
      messages.javascriptResponse({
        "\u00bf\u00b7$user.info.plan\u00b7?": budget > 250 ? "pro" : "team",
        "\u00bf\u00b7lead_score\u00b7?": Math.round(budget / 5),
      }),
      [0.1, 0.6],
    );
  }
  if (budget > 250) {
    const agent = handsOver(script);
    script.adds(labels.vip, agent.actor);
    talks(script, agent, random.integer(1, 4));
    script.closes(agent.actor);
  } else {
    script.says(messages.text(words.closing));
  }
}
