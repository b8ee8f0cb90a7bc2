/** Joins class names, ignoring empty values. Classes from the caller come last. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
