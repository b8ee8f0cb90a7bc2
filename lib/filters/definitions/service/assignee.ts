import { column, not } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";
import { namer } from "@/lib/search/is-found";

export const assignee = listFilter({
  label: "Assignee",
  help: 'e-mail, ID or "none"',
  description: "E-mail (in any case), ID, or `none` for unassigned conversations.",
  example: "ada@example.com",
  values: ["none"],
  valueNames: { none: "Nobody" },
  valuesFrom: "assignee",
  isNegatable: true,
  condition: (value) => {
    if (value.toLowerCase() === "none") return not(column("assigneeId").isSet());
    return value.includes("@") ? column("assigneeAddress").is(value.toLowerCase()) : column("assigneeId").is(value);
  },
  facet: {
    label: "Assignee",
    by: column("assigneeId"),
    detail: "assigneeAddress",
    name: { column: "assigneeName" },
    none: { value: "none", name: "Nobody" },
  },
  matches: (conversation, value) => {
    const { id, email } = conversation.assignee ?? { id: "none", email: null };
    return [id, email].some((name) => name !== null && namer(value)(name));
  },
});
