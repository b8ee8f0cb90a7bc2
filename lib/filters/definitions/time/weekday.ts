import { column } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";
import { localValueReader, readLocalValue } from "@/lib/filters/values/local-value";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export const weekday = listFilter({
  label: "Weekday",
  help: "when it started: mon, sat@Europe/Berlin",
  description:
    "The day of the week on which they started: `mon`, `tue`, … `sun`, in UTC or in another time zone (`sat@Europe/Berlin`).",
  example: "mon",
  values: weekdays,
  isNegatable: true,
  hasAll: true,
  read: localValueReader(weekdays, "must be mon, tue, wed, thu, fri, sat or sun, as in mon or mon@Europe/Berlin"),
  condition: (value) => {
    const { place, zone } = readLocalValue(weekdays, value) ?? { place: -1, zone: "UTC" };
    return column("createdAt").isLocally("weekday", place, zone);
  },
  matches: ({ created }, value) => {
    const [day, timeZone = "UTC"] = value.split("@");
    const format = new Intl.DateTimeFormat("en", { weekday: "short", timeZone });
    return format.format(Number(created / 1000n)).toLowerCase() === day;
  },
});
