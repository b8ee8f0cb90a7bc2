/** Joins class names, leaving out what is absent. Classes given by a caller come last. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
