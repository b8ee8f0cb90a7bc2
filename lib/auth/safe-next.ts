const nowhere = "https://playhead.invalid";

/** The page after signing in: `next` if it is a page of this site, else the inbox. Prevents open redirects. */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])/.test(next) || !URL.canParse(next, nowhere)) return "/";
  const { origin, pathname, search, hash } = new URL(next, nowhere);
  const leadsBack = pathname === "/sign-in" || pathname.startsWith("/api/") || pathname.startsWith("//");
  return origin !== nowhere || leadsBack ? "/" : pathname + search + hash;
}
