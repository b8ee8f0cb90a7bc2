/**
 * A readable name for a delivery's token location: "Authorization header" for `header authorization`; "query token" is unchanged.
 */
export function tokenLocation(place: string): string {
  const header = /^header (.+)$/.exec(place)?.[1];
  if (header === undefined) return place;
  return `${header.replace(/(^|-)([a-z])/g, (start) => start.toUpperCase()).replace("Api", "API")} header`;
}
