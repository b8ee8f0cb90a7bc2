/** Lists of values in the data, by their names in `GET /filters`. */
export const valueLists = ["assignee", "label", "channel", "bot", "has", "account"] as const;

export type ValueList = (typeof valueLists)[number];

/** The source of suggested values: one of the lists, or the keys found by a search for conversations. */
export type ValueSource = ValueList | "visitor" | "key";
