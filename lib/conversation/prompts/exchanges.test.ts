import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, toConversation } from "@/lib/fold/fold";
import { Script } from "@/lib/testing/script";
import { type Exchange, pairExchanges } from "./exchanges";

const pairs = (script: Script) =>
  pairExchanges(script.events).map(({ promptId, answerId, outcome }) => [promptId, answerId, outcome]);

const sample = (name: string): unknown =>
  JSON.parse(readFileSync(`lib/samples/message.${name}.json`, "utf8")).events[0].event.payload.message;

const buttons = (title: string, ...titles: string[]) => ({
  type: "button",
  payload: { title, buttons: titles.map((each) => ({ title: each, type: "branch", callback: "" })) },
});
const pressed = (body: string) => ({ type: "button.response", payload: { body, callback: {} } });
const slider = (title: string) => ({ type: "slider", payload: { title, min: 0, max: 100, step: "None" } });
const slid = (value: number) => ({ type: "slider.response", payload: { value, text: String(value) } });

describe("published pairs", () => {
  it.each(["button", "form", "slider", "javascript", "file_upload", "appointment_booking"])("%s", (type) => {
    const script = new Script();
    const prompt = script.says("user", sample(type));
    const answer = script.says("visitor", sample(`${type}.response`));
    expect(pairExchanges(script.events)).toMatchObject([
      { promptId: prompt, answerId: answer, outcome: "answered", afterMs: 7000 },
    ]);
  });

  it("all at once, each with its own prompt", () => {
    const script = new Script();
    const types = ["button", "form", "slider", "javascript", "file_upload", "appointment_booking", "calendar", "list"];
    const prompts = types.map((type) => script.says("bot", sample(type)));
    const answers = new Map(
      types
        .slice(0, 6)
        .reverse()
        .map((type) => [type, script.says("visitor", sample(`${type}.response`))]),
    );
    script.says("visitor", sample("calendly.response"));
    expect(pairs(script)).toEqual(
      types.map((type, index) => [
        prompts[index],
        answers.get(type) ?? null,
        answers.has(type) ? "answered" : "unanswered",
      ]),
    );
  });

  it("carry their variables", () => {
    const script = new Script();
    script.says("bot", sample("form"));
    script.says("visitor", sample("form.response"));
    script.sets("visitor_email", "abc@gmail.com");
    expect(pairExchanges(script.events)[0]?.variables).toEqual([
      { name: "visitor_age", value: "abc", type: "text" },
      { name: "visitor_email", value: "abc@gmail.com", type: "email" },
      { name: "visitor_phone", value: "+916767667676", type: "phone" },
    ]);
  });
});

describe("pairExchanges", () => {
  it("accepts typed text until the actual answer arrives", () => {
    const script = new Script();
    const prompt = script.says("bot", buttons("Which?", "A", "B"));
    const typed = script.text("visitor", "neither");
    expect(pairs(script)).toEqual([[prompt, typed, "typed"]]);
    script.text("bot", "Please choose");
    const answer = script.says("visitor", pressed("B"));
    expect(pairs(script)).toEqual([[prompt, answer, "answered"]]);
  });

  it("ignores what the visitor writes to an agent", () => {
    const script = new Script();
    const prompt = script.says("bot", buttons("Which?", "A", "B"));
    script.text("user", "Hello, this is Mia");
    script.text("visitor", "Hi Mia");
    expect(pairs(script)).toEqual([[prompt, null, "unanswered"]]);
  });

  it("counts a plain question once its answer is set as a variable", () => {
    const script = new Script();
    script.text("bot", "Welcome!");
    const question = script.text("bot", "What is your name?");
    const answer = script.text("visitor", "Ada");
    script.sets("visitor_name", "Ada");
    script.text("bot", "Thanks");
    script.text("visitor", "Bye");
    expect(pairExchanges(script.events)).toEqual([
      {
        promptId: question,
        answerId: answer,
        outcome: "answered",
        afterMs: 7000,
        variables: [{ name: "visitor_name", value: "Ada", type: "text" }],
      },
    ]);
  });

  it("is the last prompt of the state once its answer is set as a variable", () => {
    const script = new Script();
    const prompt = script.says("bot", buttons("Which?", "A", "B"));
    const question = script.text("bot", "What is your <b>order</b> number?");
    const lastPrompt = () => toConversation(fold(script.events)).lastPrompt;
    expect(lastPrompt()).toEqual({ type: "button", text: "Which?", eventId: prompt, answered: false });
    script.text("visitor", "1234");
    expect(lastPrompt()).toEqual({ type: "button", text: "Which?", eventId: prompt, answered: true });
    script.sets("order", 1234);
    const text = "What is your order number?";
    expect(lastPrompt()).toEqual({ type: "text", text, eventId: question, answered: true });
    script.says("bot", sample("javascript"));
    expect(lastPrompt()).toMatchObject({ eventId: question });
    const again = script.says("bot", buttons("Which?", "A", "B"));
    expect(lastPrompt()).toEqual({ type: "button", text: "Which?", eventId: again, answered: false });
  });

  it("assigns the answer to a plain question that followed an ignored prompt", () => {
    const script = new Script();
    const prompt = script.says("bot", buttons("Which?", "A", "B"));
    const question = script.text("bot", "Or tell us in your words");
    const answer = script.text("visitor", "Both");
    expect(pairs(script)).toEqual([[prompt, answer, "typed"]]);
    script.sets("wish", "Both");
    expect(pairs(script)).toEqual([
      [prompt, null, "unanswered"],
      [question, answer, "answered"],
    ]);
  });

  it.each([
    { type: "email", payload: { text: "Your e-mail?" } },
    { type: "text", payload: { text: "Your e-mail?" } },
    { type: "custom_phone_input", payload: { title: "Your number?" } },
  ])("recognises $type as a prompt", (message) => {
    const script = new Script();
    const question = script.says("bot", message);
    expect(pairs(script)).toEqual([[question, null, "unanswered"]]);
    const answer = script.text("visitor", "ada@example.com");
    script.sets("visitor_email", "ada@example.com");
    script.text("visitor", "and more");
    expect(pairExchanges(script.events)).toMatchObject([
      { promptId: question, answerId: answer, outcome: "answered", variables: [{ name: "visitor_email" }] },
    ]);
  });

  it("adds the variable set by a choice", () => {
    const script = new Script();
    script.says("bot", buttons("Rate us", "Good", "Bad"));
    script.says("visitor", pressed("Good"));
    script.sets("rating", "Good");
    script.sets("other", "Bad");
    expect(pairExchanges(script.events)[0]?.variables).toEqual([{ name: "rating", value: "Good", type: "text" }]);
  });

  it("detects which of two equal answers is a duplicate", () => {
    const script = new Script();
    const first = script.says("bot", slider("One"));
    const answer = script.says("visitor", slid(30));
    const second = script.says("bot", slider("Two"));
    script.says("visitor", slid(30));
    const own = script.says("visitor", slid(40));
    expect(pairs(script)).toEqual([
      [first, answer, "answered"],
      [second, own, "answered"],
    ]);
  });

  it("matches an answer that arrived before its prompt with the same timestamp", () => {
    const script = new Script();
    const answer = script.says("visitor", sample("form.response"));
    script.atOnce();
    const prompt = script.says("bot", sample("form"));
    expect(pairExchanges(script.events)).toMatchObject([
      { promptId: prompt, answerId: answer, afterMs: 0, variables: [{}, {}, {}] },
    ]);
  });

  it("ignores pictures, links and delays", () => {
    const script = new Script();
    script.says("bot", sample("carousel"));
    script.says("bot", { type: "delay", payload: { delay: 2 } });
    script.says("bot", {
      type: "button",
      payload: {
        title: "Links",
        buttons: [{ title: "Shop", type: "web_url", callback: '{"web_url":"https://x.example.com"}' }],
      },
    });
    script.text("visitor", "ok");
    expect(pairs(script)).toEqual([]);
  });

  it("never throws", () => {
    const message = fc.record({
      message_by: fc.jsonValue(),
      message: fc.record({ type: fc.constantFrom("button", "x.response", "text"), payload: fc.jsonValue() }),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(message, fc.jsonValue())), (payloads) => {
        const script = new Script();
        for (const payload of payloads)
          script.says("bot", (payload as { message?: unknown } | null)?.message ?? payload);
        pairExchanges(script.events);
      }),
    );
  });
});

/** One prompt of a generated conversation and the visitor's reaction. */
interface Turn {
  kind: keyof typeof kinds;
  fate: "answered" | "doubled" | "late" | "typed" | "typed, late" | "repeated" | "ignored";
  /** The number of prompts between the prompt and a late answer. */
  late: number;
  /** The order among several late answers. */
  order: number;
  chat: "none" | "bot" | "agent";
}

/** `offers`: whether the choices distinguish prompt and answer from others of the type. */
const kinds = {
  button: {
    offers: true,
    ask: (n: number) => buttons(`Which ${n}?`, `Yes ${n}`, `No ${n}`),
    reply: (n: number) => pressed(`No ${n}`),
  },
  list: {
    offers: true,
    ask: (n: number) => ({
      type: "list",
      payload: {
        title: "Pick",
        list: { title: "Open", sections: [{ title: "All", items: [{ title: `Item ${n}`, description: "" }] }] },
      },
    }),
    reply: (n: number) => ({ type: "list.response", payload: { title: `Item ${n}` } }),
  },
  options: {
    offers: true,
    ask: (n: number) => ({
      type: "options",
      payload: {
        text: "Pick",
        options: [
          { id: "1", text: `A ${n}` },
          { id: "2", text: `B ${n}` },
        ],
      },
    }),
    reply: (n: number) => ({ type: "options.response", payload: { text: `A ${n}` } }),
  },
  form: {
    offers: true,
    ask: (n: number) => ({
      type: "form",
      payload: {
        message: "Fill in",
        fields: [{ label: `Field ${n}`, type: "text", variable: `\u00bf\u00b7f${n}\u00b7?` }],
      },
    }),
    reply: (n: number) => ({
      type: "form.response",
      payload: { fields: [{ label: `Field ${n}`, variable: `\u00bf\u00b7f${n}\u00b7?`, type: "text", value: "x" }] },
    }),
  },
  appointment: {
    offers: true,
    ask: (n: number) => ({
      type: "appointment_booking",
      payload: { event_id: 600 + n, title: "Visit", duration: { label: "minutes", value: 30 } },
    }),
    reply: (n: number) => ({
      type: "appointment_booking.response",
      payload: { event_id: 600 + n, is_booking_confirmed: true, event_name: "Visit", variables: [] },
    }),
  },
  cards: {
    offers: true,
    ask: (n: number) => ({
      type: "carousel",
      payload: { title: "Pick", cards: [{ title: `Card ${n}`, buttons: [{ title: `Take ${n}` }] }] },
    }),
    reply: (n: number) => ({ type: "carousel.response", payload: { title: `Take ${n}` } }),
  },
  slider: { offers: false, ask: (n: number) => slider(`How many ${n}?`), reply: (n: number) => slid(n) },
  calendar: {
    offers: false,
    ask: (n: number) => ({ type: "calendar", payload: { title: `When ${n}?`, validation: {} } }),
    reply: (n: number) => ({ type: "calendar.response", payload: { text: `01/${n}/2026` } }),
  },
  file: {
    offers: false,
    ask: (n: number) => ({ type: "file_upload", payload: { title: `File ${n}?`, upload_file_limit: 1 } }),
    reply: (n: number) => ({
      type: "file_upload.response",
      payload: {
        type: "image",
        payload: { link: `https://x.example.com/${n}.png`, file_name: `${n}.png`, mime_type: "image/png" },
      },
    }),
  },
};

const turn = fc.record<Turn>({
  kind: fc.constantFrom(...(Object.keys(kinds) as Turn["kind"][])),
  fate: fc.constantFrom("answered", "answered", "doubled", "late", "typed", "typed, late", "repeated", "ignored"),
  late: fc.integer({ min: 1, max: 4 }),
  order: fc.nat(),
  chat: fc.constantFrom("none", "none", "bot", "agent"),
});

/** Generates the events of the turns, with the prompt that each answer is meant for. */
function play(turns: readonly Turn[], pace: number) {
  const script = new Script(pace);
  const truth: [string, string | null, Exchange["outcome"]][] = [];
  let due: { at: number; order: number; reply: () => void }[] = [];
  turns.forEach(({ kind, fate, late, order, chat }, index) => {
    const { ask, reply, offers } = kinds[kind];
    const prompt = script.says("bot", ask(index));
    const pair: (typeof truth)[number] = [prompt, null, "unanswered"];
    truth.push(pair);
    const answer = (to = pair) => {
      const id = script.says("visitor", reply(index));
      to[1] = id;
      to[2] = "answered";
    };
    if (chat === "bot") script.text("bot", "Take your time");
    if (fate === "answered" || fate === "doubled") answer();
    if (fate === "doubled") script.says("visitor", reply(index));
    if (fate === "typed" || fate === "typed, late") {
      pair[1] = script.text("visitor", "something else");
      pair[2] = "typed";
    }
    // Only its content distinguishes a late answer from an answer to a newer prompt of the type.
    if ((fate === "late" || fate === "typed, late") && offers)
      due.push({ at: index + late, order, reply: () => answer() });
    if (fate === "repeated") {
      const again: (typeof truth)[number] = [script.says("bot", ask(index)), null, "unanswered"];
      truth.push(again);
      answer(again);
      script.says("visitor", reply(index));
    }
    if (chat === "agent") {
      script.text("user", "Mia here, how can I help?");
      script.text("visitor", "Just looking");
    }
    const now = due.filter(({ at }) => at === index);
    due = due.filter(({ at }) => at !== index);
    for (const each of now.sort((a, b) => a.order - b.order)) each.reply();
  });
  return { script, truth };
}

it("is right on 1,000 generated interleavings", () => {
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 25 }), fc.constantFrom(1, 7, 90), (turns, pace) => {
      const { script, truth } = play(turns, pace);
      expect(pairs(script)).toEqual(truth);
      const { lastPrompt } = toConversation(fold(script.events));
      const last = truth.at(-1)?.[0];
      const isAnswered = script.events.some(({ id, actor }) => Number(id) > Number(last) && actor?.type === "visitor");
      expect(lastPrompt).toMatchObject({ eventId: last, answered: isAnswered });
    }),
    { numRuns: 1000 },
  );
}, 60_000);
