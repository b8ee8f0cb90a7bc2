import { both, column, not } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";
import { namer } from "@/lib/search/is-found";

const staffTypes = ["bot", "user", "team", "system"];
const actorTypes = ["bot", "user", "team", "visitor", "system"];

export const closedBy = listFilter({
  label: "Closed by",
  help: "e-mail, ID, bot, user, team, visitor or system",
  description:
    "Who closed the conversations that are closed: the e-mail (in any case) or ID of staff, or the kind of sender: bot, user, team, visitor, system.",
  example: "bot",
  values: actorTypes,
  valuesFrom: "assignee",
  isNegatable: true,
  condition: (value) => {
    const name = value.toLowerCase();
    if (actorTypes.includes(name)) return column("closedByType").is(name);
    // Otherwise the result would tell who the visitor is; unknown types may be visitors.
    const isNoStaff = both(...staffTypes.map((type) => not(column("closedByType").is(type))));
    return both(
      not(isNoStaff),
      name.includes("@") ? column("closedByAddress").is(name) : column("closedById").is(value),
    );
  },
  matches: ({ status, events }, value) => {
    const by = events.findLast(({ type }) => type === "status")?.actor ?? null;
    const names =
      status !== "closed" || by === null ? [] : staffTypes.includes(by.type) ? [by.type, by.id, by.email] : [by.type];
    return names.some((name) => name !== null && namer(value)(name));
  },
});
