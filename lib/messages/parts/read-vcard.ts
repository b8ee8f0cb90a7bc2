/** The name, organisation and contact details in a vCard; empty for other text. */
export function readVcard(card: string): { name: string; organisation: string[]; reachedBy: string[] } {
  const found = { name: "", organisation: [] as string[], reachedBy: [] as string[] };
  // A line that starts with a space continues the previous one.
  for (const line of card.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon === -1) continue;
    const property = line.slice(0, colon).split(";", 1)[0]?.toUpperCase().split(".").at(-1);
    const value = line
      .slice(colon + 1)
      .replace(/\\([,;\\])/g, "$1")
      .trim();
    if (value === "") continue;
    if (property === "FN") found.name = value;
    else if (property === "ORG" || property === "TITLE") found.organisation.push(value);
    else if (property === "TEL" || property === "EMAIL" || property === "URL") found.reachedBy.push(value);
  }
  return found;
}
