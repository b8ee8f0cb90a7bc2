import { describe, expect, it } from "vitest";
import { fold } from "@/lib/fold/fold";
import { Script } from "@/lib/testing/script";
import { type Step, stepsOf } from "./steps-of";

type Choice = string | { title: string; next_dialog?: string };

const buttons = (title: string, ...choices: Choice[]) => ({
  type: "button",
  payload: { title, buttons: choices.map((one) => (typeof one === "string" ? { title: one } : one)) },
});
const to = (title: string, next_dialog: string) => ({ title, next_dialog });
const slider = (title: string, max: number) => ({ type: "slider", payload: { title, min: 1, max } });
const form = (title: string, ...variables: string[]) => ({
  type: "form",
  payload: { title, fields: variables.map((variable) => ({ label: "Field", variable })) },
});
const upload = (title: string, ...extensions: string[]) => ({
  type: "file_upload",
  payload: { title, allow_extensions: extensions },
});
const booking = (title: string, id: number) => ({ type: "appointment_booking", payload: { title, event_id: id } });

function shown(message: unknown, variables: Record<string, unknown> = {}): Step["text"] {
  const script = new Script();
  for (const [name, value] of Object.entries(variables)) script.sets(name, value);
  script.says("bot", message);
  const [step] = stepsOf(fold(script.events));
  if (step === undefined) throw new Error("It is no prompt.");
  return step.text;
}

const relation = (one: Step["text"], other: Step["text"]) => {
  if (one.prompt !== other.prompt) return "two prompts";
  return one.variant === other.variant ? "one prompt" : "variants";
};

describe("a prompt", () => {
  it("is the same with another name in its title", () => {
    const ada = shown(buttons("Hi Ada Lovelace, which?", to("A", "1")), { visitor_name: "Ada Lovelace" });
    const noor = shown(buttons("Hi Noor, which?", to("A", "1")), { visitor_name: "Noor" });
    const first = shown(buttons("Hi Zoë, which?", to("A", "1")), { visitor_name: "Zoë Müller" });
    expect([relation(ada, noor), relation(ada, first)]).toEqual(["one prompt", "one prompt"]);
    expect([ada.title, first.title]).toEqual(["Hi {visitor_name}, which?", "Hi {visitor_name}, which?"]);
  });

  it.each<[string, unknown, unknown, string]>([
    ["case and numbers", buttons("Order 17?", to("A", "1")), buttons("ORDER 4711?", to("A", "1")), "one prompt"],
    [
      "a translation",
      buttons("Which?", to("Yes", "1"), to("No", "2")),
      buttons("Was?", to("Ja", "1"), to("Nein", "2")),
      "variants",
    ],
    ["an edited title", buttons("Which one?", "Yes", "No"), buttons("Which?", "Yes", "No"), "variants"],
    ["other targets", buttons("Which?", to("Yes", "1")), buttons("Which?", to("Yes", "2")), "two prompts"],
    ["other choices", buttons("Which?", "Yes", "No"), buttons("Which?", "Yes", "Maybe"), "two prompts"],
    ["small numbers as choices", buttons("Which?", "1", "2"), buttons("Which?", "3", "4"), "two prompts"],
    ["an edited form", form("Details", "a", "b"), form("Your details", "b", "a"), "variants"],
    ["other fields", form("Details", "a"), form("Details", "b"), "two prompts"],
    ["another scale", slider("How?", 5), slider("How?", 10), "two prompts"],
    ["the same scale", slider("How was it?", 5), slider("Wie war es?", 5), "variants"],
    ["other files", upload("Send it", "pdf"), upload("Send it", "png"), "two prompts"],
    ["the same files", upload("Send it", "pdf", "PNG"), upload("Send", "png", "pdf"), "variants"],
    ["another appointment", booking("When?", 1), booking("When?", 2), "two prompts"],
    [
      "another type",
      buttons("Which?", "A"),
      { type: "options", payload: { text: "Which?", options: [{ text: "A" }] } },
      "two prompts",
    ],
    ["another question", { type: "email", text: "Your e-mail?" }, { type: "email", text: "And his?" }, "two prompts"],
  ])("with %s", (_, one, other, expected) => {
    expect(relation(shown(one), shown(other))).toBe(expected);
  });

  it("has the keys of its choices in every language, also for choices with the same target", () => {
    const english = shown(buttons("Which?", to("Yes", "1"), to("No", "2"), to("Never", "2")));
    const german = shown(buttons("Was?", to("Ja", "1"), to("Nein", "2"), to("Nie", "2")));
    expect(english.choices.map(({ key }) => key)).toEqual(german.choices.map(({ key }) => key));
    expect(new Set(english.choices.map(({ key }) => key)).size).toBe(3);
  });

  it("shows no values of variables, whole words only", () => {
    const variables = {
      visitor_name: "Al Pine",
      visitor_email: "al@example.com",
      city: "Rome",
      small: "a",
      yes: "Yes",
      age: "42",
    };
    const { title } = shown(buttons("Al, is al@example.com in Rome or Romeo, at 42, alpine? Yes", "A"), variables);
    expect(title).toBe("Al, is {visitor_email} in {city} or Romeo, at #, alpine? Yes");
    expect(shown(buttons("Send to Noor?", "Noor", "Order 12345", "5"), { visitor_name: "noor" }).choices).toMatchObject(
      [{ title: "{visitor_name}" }, { title: "Order #" }, { title: "5" }],
    );
  });

  it("is recognized as two if a conversation shows two of the same choices", () => {
    const script = new Script();
    script.says("bot", buttons("Again?", "Yes", "No"));
    script.says("visitor", { type: "button.response", payload: { body: "No", callback: {} } });
    script.says("bot", buttons("Helpful?", "Yes", "No"));
    script.says("bot", buttons("Which?", to("Yes", "1")));
    script.says("bot", buttons("Welche?", to("Ja", "1")));
    expect(stepsOf(fold(script.events)).map(({ isApart }) => isApart)).toEqual([true, true, false, false]);
  });

  it("is the first 200 of a conversation, with bounded texts", () => {
    const script = new Script();
    for (let place = 0; place < 1000; place += 1) {
      script.says("bot", buttons(`${"long ".repeat(50)}${String.fromCharCode(97 + (place % 26)).repeat(9)}`, "A", "B"));
      if (place % 10 === 0) script.sets(`variable ${place}`, `value ${place}`);
    }
    const state = fold(script.events);
    expect(stepsOf(state)).toHaveLength(200);
    expect(JSON.stringify(state.flow).length).toBeLessThan(70_000);
  });
});
