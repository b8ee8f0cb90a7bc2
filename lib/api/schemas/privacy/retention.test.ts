import { expect, it } from "vitest";
import { retentionChange } from "./retention";

const bodies = { category: "bodies", filter: "", ageDays: 30, action: "delete" };

it.each([
  [[{ ...bodies, action: "mask" }], "rules.0.action", '"bodies" supports only the action "delete", not "mask".'],
  [[{ ...bodies, filter: "label=vip" }], "rules.0.filter", '"bodies" has no filter. Leave it empty.'],
  [[{ ...bodies, ageDays: 0 }], "rules.0.ageDays", "Enter at least 1 day."],
  [[{ ...bodies, ageDays: 1.5 }], "rules.0.ageDays", "Enter a whole number of days."],
  [
    [bodies, { ...bodies, category: "auditLog", ageDays: 29 }],
    "rules.1.ageDays",
    '"auditLog" must be kept for at least 30 days.',
  ],
  [[bodies, { ...bodies, ageDays: 2 }], "rules.1.category", 'There is already a rule for "bodies".'],
  [
    [
      { ...bodies, id: "one" },
      { ...bodies, id: "one", category: "quarantine" },
    ],
    "rules.1.id",
    'Two rules have the ID "one".',
  ],
])("refuses %j and names the field", (rules, path, message) => {
  const [issue] = retentionChange.safeParse({ rules }).error?.issues ?? [];
  expect(issue?.path.join(".")).toBe(path);
  expect(issue?.message).toBe(message);
});

it("accepts a rule of each category", () => {
  const rules = [bodies, { ...bodies, category: "auditLog" }, { category: "accessLog", ageDays: 1, action: "delete" }];
  expect(retentionChange.parse({ rules }).rules[2]).toEqual({ ...rules[2], filter: "" });
});
