/** The lists of values that occur in the data, by their names in `GET /filters`. */
export const valueLists = ["assignee", "label", "channel", "bot", "has", "account"] as const;

export type ValueList = (typeof valueLists)[number];

/** Where values to offer come from: one of the lists, or the keys that a search for conversations finds. */
export type ValueSource = ValueList | "visitor" | "key";
