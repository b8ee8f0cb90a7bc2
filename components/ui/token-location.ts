/** Where a delivery had its token, for people: "Authorization header" for `header authorization`, "query token" as it is. */
export function tokenLocation(place: string): string {
  const header = /^header (.+)$/.exec(place)?.[1];
  if (header === undefined) return place;
  return `${header.replace(/(^|-)([a-z])/g, (start) => start.toUpperCase()).replace("Api", "API")} header`;
}
