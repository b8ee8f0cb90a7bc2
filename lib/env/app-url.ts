import { z } from "zod";

/** `APP_URL`: an origin. With a path, half of all links would lose it, and nobody could sign in. */
export const publicAddress = z
  .url({ protocol: /^https?$/, error: "must be an http(s) address such as https://playhead.example.com" })
  .transform((text, context) => {
    const url = new URL(text);
    const fault = faultOf(url);
    if (fault === null) return url.origin;
    context.addIssue({ code: "custom", message: `${fault}: write ${url.origin}` });
    return z.NEVER;
  });

function faultOf({ username, password, pathname, search, hash }: URL): string | null {
  if (username !== "" || password !== "") return "must not contain a user or password";
  if (/[^/]/.test(pathname)) return "must not have a path, because Playhead needs a host name of its own";
  if (search !== "" || hash !== "") return "must end after the host name";
  return null;
}
