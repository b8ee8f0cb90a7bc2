import { type ConversationFilters, filterNames, noFilters, readFilters } from "@/lib/api/filters";

/**
 * Takes filters out of what was typed: `label:refund assignee:"Ines Oduya" var.plan:pro kettle` is two filters, a variable
 * and the text `kettle`. Words that are no valid filter stay text.
 */
export function readSearchText(typed: string): { filters: Partial<ConversationFilters>; text: string } {
  const found = new URLSearchParams();
  const text = typed.replace(token, (whole, name: string, quoted: string | undefined, bare: string | undefined) => {
    const filter = name.startsWith("var.") ? name : name.toLowerCase();
    const value = quoted ?? bare ?? "";
    const known = filter.startsWith("var.") || typedNames.has(filter);
    if (!known || !readFilters(new URLSearchParams([[filter, value]])).ok) return whole;
    found.append(filter, value);
    return "";
  });

  const read = readFilters(found);
  const filters: Partial<ConversationFilters> = read.ok ? read.filters : {};
  const set = Object.entries(filters).filter(([name, value]) => !isEmpty(name, value));
  return { filters: Object.fromEntries(set), text: text.replace(/\s+/g, " ").trim() };
}

const token = /(?<!\S)([a-zA-Z]+|var\.[^\s:]+):(?:"([^"]*)"|(\S+))/g;
const typedNames = new Set<string>(filterNames.filter((name) => name !== "q"));

function isEmpty(name: string, value: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify({ ...noFilters }[name as keyof ConversationFilters]);
}
