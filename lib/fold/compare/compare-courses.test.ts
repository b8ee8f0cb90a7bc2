import { expect, it } from "vitest";
import { pairExchanges } from "@/lib/conversation/prompts/exchanges";
import { questionnaire } from "@/lib/fold/questionnaire";
import { Script } from "@/lib/testing/script";
import { type ComparedPassages, comparingCourses } from "./compare-courses";

const course = ({ events }: Script) => ({ events, questions: questionnaire(events, pairExchanges(events)) });

function compare(a: Script, b: Script): ComparedPassages[] {
  const work = comparingCourses(course(a), course(b));
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const lines = (a: Script, b: Script) =>
  compare(a, b).map((row) => {
    const [one, other] = [row.a, row.b].map((side) => (side === null ? "-" : (side.question?.question ?? "start")));
    return `${row.kind}: ${one} | ${other}`;
  });

/** Sends each `question: answer`; without an answer the visitor does not reply. */
function conversation(...asked: string[]): Script {
  const script = new Script();
  script.text("bot", "Welcome");
  for (const line of asked) {
    const [question = "", answer] = line.split(": ");
    const buttons = ["Yes", "No"].map((title) => ({ title, type: "branch", callback: "" }));
    script.says("bot", { type: "button", payload: { title: question, buttons } });
    if (answer) script.says("visitor", { type: "button.response", payload: { body: answer, callback: {} } });
    script.text("bot", "I see");
  }
  return script;
}

it("finds where two conversations diverge and rejoin", () => {
  const a = conversation("New here?: No", "Paid by card?: Yes", "Card lost?: Yes", "Helped?: Yes");
  const b = conversation("New here?: No", "Paid by card?: No", "Helped?: Yes", "Rate us?");
  const rows = compare(a, b);
  // All of them offer the same two choices: the wording decides.
  expect(lines(a, b)).toEqual([
    "same: start | start",
    "same: New here? | New here?",
    "answer: Paid by card? | Paid by card?",
    "parted: Card lost? | -",
    "same: Helped? | Helped?",
    "parted: - | Rate us?",
  ]);
  expect(rows.flatMap((row) => row.a ?? []).map(({ from, to }) => to - from)).toEqual([1, 3, 3, 3, 3]);
  expect(rows.flatMap((row) => row.b ?? []).at(-1)?.to).toBe(b.events.length);
});

it("pairs questions whose texts differ only by a name", () => {
  expect(lines(conversation("Shall we go on, Amara?: Yes"), conversation("Shall we go on, Jonas?: Yes"))).toEqual([
    "same: start | start",
    "same: Shall we go on, Amara? | Shall we go on, Jonas?",
  ]);
});

it("puts different questions at the same position next to each other", () => {
  const [a, b] = [new Script(), new Script()];
  a.says("bot", { type: "slider", payload: { title: "How much?", min: 0, max: 9 } });
  b.says("bot", { type: "file_upload", payload: { title: "Which file?" } });
  b.says("bot", { type: "slider", payload: { title: "How many?", min: 0, max: 9 } });
  expect(lines(a, b)).toEqual(["same: start | start", "parted: How much? | Which file?", "parted: - | How many?"]);
  expect(lines(new Script(), new Script())).toEqual(["same: start | start"]);
});

it("aligns conversations of thousands of questions", () => {
  const long = (offset: number) =>
    conversation(...Array.from({ length: 1500 }, (_, place) => `Question ${(place * 7 + offset) % 400}?: Yes`));
  const [a, b] = [long(0), long(3)];
  const rows = compare(a, b);
  expect(rows.flatMap((row) => row.a ?? [])).toHaveLength(1501);
  expect(rows.flatMap((row) => row.b ?? [])).toHaveLength(1501);
});
