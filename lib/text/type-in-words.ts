/** `sla_breached` becomes `Sla breached`. */
export function typeInWords(type: string): string {
  const words = type.replace(/[_.\-\s]+/g, " ").trim();
  return words === "" ? type : words.charAt(0).toUpperCase() + words.slice(1);
}
