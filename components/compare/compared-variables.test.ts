import { expect, it } from "vitest";
import { fold, toConversation } from "@/lib/fold/fold";
import { Script } from "@/lib/testing/script";
import { comparedVariables } from "./compared-variables";

it("lists which variables differ, those set by the platform last", () => {
  const [a, b] = [new Script(), new Script()];
  for (const script of [a, b]) script.sets("plan", "pro");
  a.sets("browser", "Firefox");
  a.sets("visitor_name", "Amara");
  a.sets("zip", "1");
  b.sets("zip", 1);
  b.sets("browser", "Chrome");
  const states = [a, b].map(({ events }) => toConversation(fold(events)));
  const [one, other] = states;
  if (!one || !other) throw new Error("two conversations were told");
  expect(
    comparedVariables(one, other).map(({ name, scope, differs, a, b }) => [name, scope, differs, a?.value, b?.value]),
  ).toEqual([
    ["plan", "conversation", false, "pro", "pro"],
    ["zip", "conversation", true, "1", 1],
    ["visitor_name", "contact", true, "Amara", undefined],
    ["browser", "system", true, "Firefox", "Chrome"],
  ]);
});
