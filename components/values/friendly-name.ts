/** `visitor_preferred_plan` → `Preferred plan`: a contact field as a heading says it. */
export function friendlyName(name: string): string {
  const words = name
    .replace(/^visitor_/, "")
    .replaceAll("_", " ")
    .trim();
  return words === "" ? name : words.charAt(0).toLocaleUpperCase("en") + words.slice(1);
}
