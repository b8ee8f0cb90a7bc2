/** `visitor_preferred_plan` becomes `Preferred plan`: a contact field as a label. */
export function friendlyName(name: string): string {
  const words = name
    .replace(/^visitor_/, "")
    .replaceAll("_", " ")
    .trim();
  return words === "" ? name : words.charAt(0).toLocaleUpperCase("en") + words.slice(1);
}
