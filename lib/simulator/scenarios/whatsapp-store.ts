import { labels } from "../cast";
import type { ConversationScript } from "../conversation-script";
import { mediaFile } from "../media";
import { messages } from "../messages";
import { handsOver, talks } from "./openings";
import { asksToRate } from "./order-support";

/** WhatsApp: a template opens, lists and reply buttons follow, a voice message, a location, a purchase. */
export function whatsappStore(script: ConversationScript): void {
  const { words, random, bot, visitor } = script;
  const product = random.pick(words.products);
  script.says(messages.template("autumn_offer", words.browserLanguage, [visitor.name, product.title]));
  script.visitorSays(messages.text(words.yes), [30, 900]);
  script.says(
    messages.list(words.chooseProduct, words.openList, [
      {
        title: words.openList,
        items: words.products.map(({ title, description }) => ({ title, description, next_dialog: "2" })),
      },
      { title: words.menu.advice, items: [{ title: words.menu.person, description: "", next_dialog: "7" }] },
    ]),
  );
  script.visitorSays(
    messages.listResponse({ title: product.title, description: product.description, body: product.title }),
  );
  script.sets({ interest: product.title, price: product.price });
  script.says(
    messages.sendMessage([
      { type: "image", image: { link: mediaFile(random, "image", bot.id).link } },
      { type: "text", text: `<b>${product.title}</b><br>${product.description}` },
      { type: "info", info: { title: `${product.price} ${words.currency}` } },
    ]),
  );
  script.says(
    messages.options(words.anythingElse, [words.yes, words.no, words.menu.person], {
      header: {
        type: "document",
        document: { filename: "price-list.pdf", link: mediaFile(random, "document", bot.id).link },
      },
      footer: "Northwind Home (example)",
    }),
  );
  if (random.chance(0.55)) {
    script.visitorSays(messages.optionsResponse({ id: "2", text: words.no, body: words.no }));
    asksToRate(script);
    return;
  }
  script.visitorSays(messages.optionsResponse({ id: "3", text: words.menu.person, body: words.menu.person }));
  const agent = handsOver(script);
  script.visitorSays(messages.media("audio", mediaFile(random, "audio", bot.id)));
  if (random.chance(0.4)) {
    script.visitorSays(messages.location({ latitude: 51.5, longitude: -0.12, name: random.pick(words.cities) }));
  }
  talks(script, agent, random.integer(1, 4));
  script.adds(labels.parcel, agent.actor);
  if (random.chance(0.6)) script.closes(agent.actor);
}
