/** The days of the week, with the keys of the API. */
export const days = [
  { key: "mon", short: "Mon", name: "Monday" },
  { key: "tue", short: "Tue", name: "Tuesday" },
  { key: "wed", short: "Wed", name: "Wednesday" },
  { key: "thu", short: "Thu", name: "Thursday" },
  { key: "fri", short: "Fri", name: "Friday" },
  { key: "sat", short: "Sat", name: "Saturday" },
  { key: "sun", short: "Sun", name: "Sunday" },
] as const;

export const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);
