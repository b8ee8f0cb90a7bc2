import { expect, it } from "vitest";
import { Script } from "@/lib/testing/script";
import { fold, toConversation } from "../fold";
import { pathOutcome, sharedQuestions } from "./path-outcome";

const ines = { type: "user", id: "8", email: "ines@example.com" };
const outcomeOf = ({ events }: Script) => pathOutcome(toConversation(fold(events)));

it("tells how a path has ended", () => {
  const script = new Script();
  script.text("bot", "Hello");
  expect(outcomeOf(script)).toBe("open");
  script.says("bot", { type: "email", payload: { title: "Your e-mail?" } });
  expect(outcomeOf(script)).toBe("unanswered");
  script.says("visitor", { type: "email.response", payload: { body: "a@example.com" } });
  script.add("status", { status: "Close" });
  expect(outcomeOf(script)).toBe("closed");
  script.add("assignee_change", { from: null, to: ines });
  expect(outcomeOf(script)).toBe("handedOver");
  script.add("assignee_change", { from: ines, to: null });
  expect(outcomeOf(script)).toBe("closed");
});

it("stays a handover where a human replied, whoever is in charge now", () => {
  const script = new Script();
  script.text("visitor", "Hello");
  script.add("message", { message_by: ines, message: { type: "text", text: "Ines here" } });
  expect(outcomeOf(script)).toBe("handedOver");
});

it("counts the questions that two paths begin with in common", () => {
  const asked = (...questions: string[]) => questions.map((question) => ({ type: "button", question }));
  expect(sharedQuestions(asked("a", "b", "c"), asked("a", "b ", "d"))).toBe(2);
  expect(sharedQuestions(asked("a", "b"), asked("a"))).toBe(1);
  expect(sharedQuestions(asked("a"), asked("a", "b"))).toBe(1);
  expect(sharedQuestions(asked("a"), [{ type: "list", question: "a" }])).toBe(0);
  expect(sharedQuestions([], asked("a"))).toBe(0);
});
