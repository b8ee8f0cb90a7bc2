import { expect, test } from "vitest";
import { calendarDate } from "./calendar-date";

test.each([
  ["09/01/2023", "MM/DD/YYYY", { year: 2023, month: 9, day: 1 }],
  ["01.09.2023", "DD.MM.YYYY", { year: 2023, month: 9, day: 1 }],
  ["2023-09-01", "MM/DD/YYYY", { year: 2023, month: 9, day: 1 }],
  ["13/01/2023", "MM/DD/YYYY", null],
  ["02/30/2023", "MM/DD/YYYY", null],
  ["01/09/23", "DD/MM/YY", null],
  ["tomorrow", "MM/DD/YYYY", null],
  ["01/02/2023", "", null],
  ["", "MM/DD/YYYY", null],
])("%j in %j is %j", (text, format, date) => {
  expect(calendarDate(text, format)).toEqual(date);
});
