/** The variable that is meant by what was typed: spaces at the ends count only where a variable is called so. */
export function variableNamed(typed: string, known: readonly string[]): string {
  return known.includes(typed) ? typed : typed.trim();
}
