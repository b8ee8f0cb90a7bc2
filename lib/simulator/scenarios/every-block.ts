import { agents, labels } from "../cast";
import type { ConversationScript } from "../conversation-script";
import { mediaFile } from "../media";
import { messages, variableToken } from "../messages";
import { fillsContactForm, opensWithMenu } from "./openings";

/** A bot builder tries every block in the preview: one of each known message and event type. */
export function everyBlock(script: ConversationScript): void {
  const { random, bot, words } = script;
  opensWithMenu(script, "advice");
  asksEachPrompt(script);
  for (const kind of ["image", "audio", "video", "document"] as const) {
    script.says(messages.media(kind, mediaFile(random, kind, bot.id)));
  }
  script.visitorSays(
    messages.location({ latitude: 51.4545, longitude: -2.5879, name: "Harbourside", address: "Bristol" }),
  );
  script.says(messages.template("autumn_offer", "en_GB", [script.visitor.name]));
  usesMessenger(script);
  script.says(messages.delay(3));
  script.says(
    messages.sendMessage([
      { type: "text", text: "<b>Several parts</b> in one message" },
      { type: "image", image: { link: mediaFile(random, "image", bot.id).link } },
      { type: "document", document: { link: mediaFile(random, "document", bot.id).link, file_name: "terms.pdf" } },
      { type: "info", info: { title: "Answers within a day" } },
    ]),
  );
  const [first, second] = agents;
  if (first && second) {
    script
      .assigns(first.actor, bot.actor)
      .adds(labels.review, first.actor)
      .notes(first, words.notes[0] ?? "Checked");
    script.agentSays(first, messages.text("Checking the blocks one by one."));
    script.assigns(second.actor, first.actor).removes(labels.review, second.actor).assigns(null, second.actor);
    script.reports("sla_breached", { sla: { name: "First answer", target_minutes: 15 } });
    script.reports("message_status", { status: "read" });
    script.reports("survey_answered", { question: "How did we do?", score: 5 });
    script.closes(second.actor).wait(60, 600).reopens(second.actor);
  }
}

/** Blocks that only messengers have. */
function usesMessenger(script: ConversationScript): void {
  const { random, bot, words } = script;
  script.says(messages.replyButtons(words.anythingElse, [words.yes, words.no]));
  script.visitorSays(messages.buttonReply("1", words.yes));
  script.says(messages.poll(words.askRating, words.ratings)).visitorSays(messages.pollVote(words.ratings[0] ?? ""));
  script.says(messages.flow("Tell us how it went", "Rate us"));
  script.visitorSays(
    messages.flowResponse({ screen_0_Rating_0: "0_Excellent", screen_0_Comments_1: "Quick and friendly" }),
  );
  const offer = { ...messages.text("The oak table is back in stock."), message_id: "wamid.every-block" };
  script.says(offer);
  script.visitorSays(messages.reaction("wamid.every-block", "👍🏽"));
  script.visitorSays({ ...messages.text("How wide is it?"), context: { message_id: "wamid.every-block" } });
  script.visitorSays(
    messages.order({
      catalog_id: "1234",
      text: "With assembly, please",
      product_items: [
        { product_retailer_id: "TABLE-OAK", quantity: 1, item_price: 349, currency: "EUR" },
        { product_retailer_id: "CHAIR-OAK", quantity: 4, item_price: 89.5, currency: "EUR" },
      ],
    }),
  );
  script.visitorSays(
    messages.contacts({
      contacts: [{ name: { formatted_name: "Jonas Wieck" }, phones: [{ phone: "+15550101", type: "CELL" }] }],
    }),
  );
  script.visitorSays(messages.sticker(mediaFile(random, "image", bot.id).link));
  script.visitorSays(messages.unsupported());
  script.visitorSays(messages.systemNotice("The customer changed the number to +15550102"));
}

function asksEachPrompt(script: ConversationScript): void {
  const { random, bot, words, visitor } = script;
  script.says(messages.question("name", words.form.name)).visitorSays(messages.text(visitor.name));
  script.says(messages.question("email", words.form.email)).visitorSays(messages.text(visitor.email));
  script.says(messages.question("phone", words.form.phone)).visitorSays(messages.text(visitor.phone));
  script.says(messages.phoneInput(words.form.phone)).visitorSays(messages.text(visitor.phone));
  script.sets({
    visitor_name: visitor.name,
    visitor_email: visitor.email,
    visitor_phone: visitor.phone,
    visitor_vip: true,
  });
  const colours = ["Oak", "Ash", "Birch", "Walnut", "Cherry", "Maple"];
  const branches = colours.map((title, index) => messages.branch(title, index + 2));
  script.says(
    messages.button("Which woods do you like?", branches, {
      multi_select_enabled: true,
      search_enabled: true,
      buttons_layout: "vertical",
    }),
  );
  script.visitorSays(messages.buttonResponse("Oak, Birch", { selected_button_index: [0, 2] }));
  script.says(
    messages.button("Links", [
      messages.webLink("Shop", "https://shop.example.com/?utm_source=bot"),
      messages.webLink("Mail us", "mailto:hello@example.com"),
      messages.branch(words.no, 4),
    ]),
  );
  script.visitorSays(messages.buttonResponse(words.no));
  const items = words.products.map(({ title, description }) => ({
    image: mediaFile(random, "image", bot.id).link,
    action: "",
    title,
    subtitle: description,
  }));
  script
    .says(messages.carousel(words.chooseProduct, items))
    .visitorSays(messages.carouselResponse({ title: items[0]?.title }));
  script.says(
    messages.imageCarousel(
      "New arrivals",
      items.map(({ image }) => ({ image, action: "https://shop.example.com/new" })),
    ),
  );
  script.says(
    messages.cards(
      items.map(({ image, title, subtitle }) => ({
        image,
        title,
        description: subtitle,
        buttons: [{ title: words.yes }],
      })),
    ),
  );
  script.says(
    messages.list(words.chooseProduct, words.openList, [
      { title: "1", items: [{ title: "Nordlys", description: "59" }] },
    ]),
  );
  script.visitorSays(messages.listResponse({ title: "Nordlys" }));
  script
    .says(messages.options(words.askRating, words.ratings))
    .visitorSays(messages.optionsResponse({ text: words.ratings[0] }));
  fillsContactForm(script, true);
  script.says(messages.fileUpload(words.askFile, 3));
  script.visitorSays(messages.fileUploadResponse("image", mediaFile(random, "image", bot.id)));
  script.says(
    messages.files("file", [
      {
        filename: "colours.pdf",
        link: mediaFile(random, "document", bot.id).link,
        mime_type: "application/pdf",
        extension: "pdf",
      },
    ]),
  );
  script.visitorSays(
    messages.files("file.response", [
      {
        filename: "room-1.jpg",
        link: mediaFile(random, "image", bot.id).link,
        mime_type: "image/jpeg",
        extension: "jpg",
      },
      {
        file_name: "room-2.jpg",
        link: mediaFile(random, "image", bot.id).link,
        mime_type: "image/jpeg",
        extension: "jpg",
      },
    ]),
  );
  script.says(messages.calendar(words.askDate, { datepicker_type: "range" }));
  script.visitorSays(
    messages.calendarResponse({ value: ["2026-11-27", "2026-11-29"], text: "11/27/2026 - 11/29/2026" }),
  );
  script
    .says(messages.slider(words.askBudget, 10, 500, "None", words.currency))
    .visitorSays(messages.sliderResponse(140));
  script.says(messages.javascript('supporthunt.setConversationVariables({"theme": "dark", "items": 3});'));
  script.visitorSays(
    messages.javascriptResponse({ [variableToken("theme")]: "dark", [variableToken("items")]: 3 }),
    [0.1, 0.5],
  );
  script.says(messages.text("Pick a time: https://calendly.example.com/northwind"));
  script.visitorSays(messages.calendlyResponse({ [variableToken("is_calendly_event_scheduled")]: false }));
  script.says(messages.appointment(622, words.appointment, 30));
  script.visitorSays(
    messages.appointmentResponse({
      event_id: 622,
      is_booking_confirmed: false,
      is_booking_failed: true,
      event_name: words.appointment,
      visitor_timezone: `${words.offset} ${words.timezone}`,
      variables: [],
    }),
  );
}
