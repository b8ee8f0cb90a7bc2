/** The variable name that was typed: leading and trailing spaces are kept only if a known variable has them. */
export function variableNamed(typed: string, known: readonly string[]): string {
  return known.includes(typed) ? typed : typed.trim();
}
