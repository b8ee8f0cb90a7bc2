import { column } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";
import { localValueReader, readLocalValue } from "@/lib/filters/values/local-value";

export const hours: readonly string[] = Array.from({ length: 24 }, (_, hour) => String(hour));

export const hour = listFilter({
  label: "Hour",
  help: "when it started: 9, 17@Europe/Berlin",
  description:
    "The hour of the day in which they started: `0` to `23`, in UTC or in another time zone (`17@Europe/Berlin`).",
  example: "9",
  values: hours,
  isNegatable: true,
  hasAll: true,
  read: localValueReader(hours, "must be an hour from 0 to 23, as in 9 or 9@Europe/Berlin"),
  condition: (value) => {
    const { place, zone } = readLocalValue(hours, value) ?? { place: -1, zone: "UTC" };
    return column("createdAt").isLocally("hour", place, zone);
  },
  matches: ({ created }, value) => {
    const [hour, timeZone = "UTC"] = value.split("@");
    const format = new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone });
    return format.format(Number(created / 1000n)) === (hour ?? "").padStart(2, "0");
  },
});
