/** What a retention rule is about, and what it does with it. */
interface Category {
  action: "delete" | "skeleton" | "mask";
  label: string;
  /** Singular and plural of what it counts. */
  units: readonly [string, string];
  /** What happens to it, for people. */
  effect: string;
  /** Rules of this category may have a filter of conversations. Others may exist only once. */
  hasFilter: boolean;
  leastDays: number;
}

/** The categories of retention rules, in the order of menus. */
export const retentionCategories = {
  conversations: {
    ...{ action: "delete", label: "Conversations", units: ["conversation", "conversations"], hasFilter: true },
    ...{ leastDays: 1, effect: "Deletes conversations with everything in them, as an erasure does." },
  },
  content: {
    ...{ action: "skeleton", label: "Content", units: ["conversation", "conversations"], hasFilter: true },
    ...{ leastDays: 1, effect: "Removes what was said and known. Counts, times and status stay." },
  },
  notes: {
    ...{ action: "skeleton", label: "Notes", units: ["conversation", "conversations"], hasFilter: true },
    ...{ leastDays: 1, effect: "Removes the texts and authors of agents' notes. Their number and times stay." },
  },
  contactValues: {
    ...{ action: "mask", label: "Contact values", units: ["conversation", "conversations"], hasFilter: true },
    ...{ leastDays: 1, effect: "Masks names, e-mail addresses, phone numbers and other personal data for everyone." },
  },
  technicalData: {
    ...{ action: "mask", label: "Technical data", units: ["conversation", "conversations"], hasFilter: true },
    ...{ leastDays: 1, effect: "Masks IP address, browser, system, language, time zone and the addresses of pages." },
  },
  bodies: {
    ...{
      action: "delete",
      label: "Delivery bodies",
      units: ["delivery", "deliveries"],
      hasFilter: false,
      leastDays: 1,
    },
    effect: "Deletes the bodies and headers of accepted deliveries. Their events stay.",
  },
  quarantine: {
    ...{ action: "delete", label: "Quarantine", units: ["delivery", "deliveries"], hasFilter: false, leastDays: 1 },
    effect: "Deletes the bodies and events of quarantined deliveries. They can't be reprocessed afterwards.",
  },
  accessLog: {
    ...{ action: "delete", label: "Access log", units: ["entry", "entries"], hasFilter: false, leastDays: 1 },
    effect: "Deletes the oldest entries. The rest can still be verified.",
  },
  auditLog: {
    ...{ action: "delete", label: "Audit log", units: ["entry", "entries"], hasFilter: false, leastDays: 30 },
    effect: "Deletes the oldest entries. The rest can still be verified.",
  },
} as const satisfies Record<string, Category>;

export type RetentionCategory = keyof typeof retentionCategories;
export type RetentionAction = Category["action"];

// The table has no other keys.
export const retentionCategoryNames = Object.keys(retentionCategories) as [RetentionCategory, ...RetentionCategory[]];

export const retentionActions = ["delete", "skeleton", "mask"] as const satisfies readonly RetentionAction[];

export function categoryOf(name: RetentionCategory): Category {
  return retentionCategories[name];
}

export interface RetentionRule {
  id: string;
  category: RetentionCategory;
  /** The query string of a list, such as `label=vip&status=closed`; empty for everything. */
  filter: string;
  /** Age at which it applies: of a conversation's last event, or of the row. */
  ageDays: number;
  action: RetentionAction;
}

/** "1 delivery", "1,502 deliveries". */
export function countOf(category: RetentionCategory, count: number): string {
  const [one, several] = categoryOf(category).units;
  return `${count.toLocaleString("en")} ${count === 1 ? one : several}`;
}

export function daysText(days: number): string {
  return days === 1 ? "1 day" : `${days.toLocaleString("en")} days`;
}

/** A rule in one line, as the log of runs shows it: "Delivery bodies after 30 days". */
export function describeRule({ category, filter, ageDays }: Omit<RetentionRule, "id">): string {
  const where = filter === "" ? "" : ` (${filter})`;
  return `${categoryOf(category).label}${where} after ${daysText(ageDays)}`;
}
