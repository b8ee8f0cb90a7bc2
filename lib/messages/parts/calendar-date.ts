export interface CalendarDate {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

/**
 * Parses the date in a text, in the bot builder's format (`MM/DD/YYYY`, `DD.MM.YYYY`, …) or in ISO order; null for anything else.
 * Without time and time zone: it is the date that the visitor saw.
 */
export function calendarDate(text: string, format: string): CalendarDate | null {
  const numbers = text.match(/\d+/g);
  if (numbers === null || numbers.length < 3 || text.length > 40) return null;
  if (/^\d{4}-\d{1,2}-\d{1,2}/.test(text.trim())) return valid(numbers[0], numbers[1], numbers[2]);
  const order = format.toUpperCase().match(/Y+|M+|D+/g) ?? [];
  const part = (letter: string) => numbers[order.findIndex((token) => token.startsWith(letter))];
  return valid(part("Y"), part("M"), part("D"));
}

function valid(year?: string, month?: string, day?: string): CalendarDate | null {
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (year?.length !== 4) return null;
  const check = new Date(Date.UTC(date.year, date.month - 1, date.day));
  return check.getUTCMonth() === date.month - 1 && check.getUTCDate() === date.day ? date : null;
}
