import { z } from "zod";
import {
  categoryOf,
  type RetentionRule,
  retentionActions,
  retentionCategories,
  retentionCategoryNames,
} from "@/lib/api/retention";
import { instant } from "@/lib/api/schemas/event";
import { readFilters } from "@/lib/filters/read-filters";

const mostRules = 100;

const actionsInWords = Object.entries(retentionCategories)
  .map(([name, { action }]) => `\`${name}\` ${action}`)
  .join(", ");

const shape = {
  category: z.enum(retentionCategoryNames),
  filter: z
    .string()
    .max(4000, "Use at most 4000 characters.")
    .describe("The query string of a list of conversations, such as `label=vip&status=closed`; empty for all."),
  ageDays: z
    .int("Enter a whole number of days.")
    .min(1, "Enter at least 1 day.")
    .max(36_500, "Enter at most 36500 days.")
    .describe("Counted from the conversation's last event, or from the time of the row."),
  action: z.enum(retentionActions).describe(`What fits the category: ${actionsInWords}.`),
};

const newRule = z.strictObject({
  id: z.string().min(1).max(100).optional().describe("Of an existing rule; a new one gets an ID."),
  ...shape,
  filter: shape.filter.default(""),
});

const rule = z.object({ id: z.string(), ...shape });

/** `PUT /privacy/retention`, and `POST /privacy/retention/preview`. */
export const retentionChange = z.strictObject({
  rules: z
    .array(newRule)
    .max(mostRules, `Use at most ${mostRules} rules.`)
    .superRefine((rules, context) => {
      for (const [place, one] of rules.entries()) {
        const fault = faultOf(one, rules.slice(0, place));
        if (fault !== null) context.addIssue({ code: "custom", message: fault[1], path: [place, fault[0]] });
      }
    })
    .describe("All rules: those that are missing are removed."),
});

const run = z.object({
  id: z.string(),
  ruleId: z.string(),
  rule: z.string().describe("In words, as it was then."),
  startedAt: instant,
  endedAt: instant.nullable(),
  changed: z.int().describe("How many rows were deleted or reduced."),
  held: z.int().describe("How many expired rows a legal hold kept."),
  error: z.string().nullable(),
});

/** `GET /privacy/retention`. */
export const retention = z.object({
  rules: z.array(rule),
  runs: z.array(run).describe("The latest runs. Of the runs of a rule that changed nothing, only the last is kept."),
  nextRunAt: instant.nullable().describe("When the rules are applied next; null before the first time."),
});

const example = z.object({
  type: z.enum(["conversation", "delivery", "entry"]),
  id: z.string().describe("The key of a conversation, the ID of a delivery, or that of an entry in the audit log."),
  title: z.string().nullable().describe("Null without the permission `personal`."),
  at: instant.describe("The time that its age counts from."),
});

/** `POST /privacy/retention/preview`: what each rule would do now. */
export const retentionPreview = z.object({
  data: z
    .array(
      z.object({
        count: z.int().describe("How many rows would expire."),
        held: z.int().describe("How many rows a legal hold would keep."),
        examples: z.array(example).describe("Up to ten of them, the oldest first."),
      }),
    )
    .describe("In the order of the rules."),
});

export type Retention = z.output<typeof retention>;
export type RetentionPreview = z.output<typeof retentionPreview>;

/** The first field of a rule that does not fit, and why; null if there is none. */
function faultOf(
  { id, category, filter, ageDays, action }: Omit<RetentionRule, "id"> & { id?: string | undefined },
  before: readonly { id?: string | undefined; category: string }[],
): [string, string] | null {
  const { action: fitting, hasFilter, leastDays } = categoryOf(category);
  if (action !== fitting) return ["action", `"${category}" supports only the action "${fitting}", not "${action}".`];
  if (!hasFilter && filter !== "") return ["filter", `"${category}" has no filter. Leave it empty.`];
  const read = readFilters(new URLSearchParams(filter));
  if (!read.ok) return ["filter", `The filter is invalid: ${read.message}`];
  if (ageDays < leastDays) return ["ageDays", `"${category}" must be kept for at least ${leastDays} days.`];
  if (!hasFilter && before.some((one) => one.category === category)) {
    return ["category", `There is already a rule for "${category}".`];
  }
  if (id !== undefined && before.some((one) => one.id === id)) return ["id", `Two rules have the ID "${id}".`];
  return null;
}
