const nowhere = "https://playhead.invalid";

/** Where to go after signing in: `next` when it is a page of this site, else the inbox. A link must not lead strangers elsewhere. */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])/.test(next) || !URL.canParse(next, nowhere)) return "/";
  const { origin, pathname, search, hash } = new URL(next, nowhere);
  const leadsBack = pathname === "/sign-in" || pathname.startsWith("/api/") || pathname.startsWith("//");
  return origin !== nowhere || leadsBack ? "/" : pathname + search + hash;
}
