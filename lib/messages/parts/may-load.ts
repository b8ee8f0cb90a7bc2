/** Hosts whose media load without a click, unless `MEDIA_HOSTS` is set. */
export const defaultMediaHosts: readonly string[] = ["storage.googleapis.com"];

/** Who sent the media. */
export type MediaSender = "visitor" | "bot" | "agent" | "system";

/** `now`: with the page. `on-click`: in the page, after a click. `new-tab`: never in the page, only as a link. */
export type MediaLoading = "now" | "on-click" | "new-tab";

/**
 * How an image, audio or video may load. Loading reveals to its host who reads the conversation, when and from where, so
 * visitors' media never load automatically: on a shared host such as storage.googleapis.com, anyone may have uploaded them.
 *
 * @param hosts `MEDIA_HOSTS`; the page's content security policy allows no others.
 */
export function mayLoad(url: string, by: MediaSender, hosts: readonly string[]): MediaLoading {
  if (!hosts.some((host) => isFrom(url, host))) return "new-tab";
  return by === "bot" || by === "agent" ? "now" : "on-click";
}

/** Whether `url` is on `host` or one of its subdomains, only on subdomains (`*.host`), or in one bucket (`host/bucket`). */
function isFrom(url: string, entry: string): boolean {
  const { protocol, host, pathname } = URL.parse(url) ?? {};
  if (host === undefined || (protocol !== "https:" && protocol !== "http:")) return false;
  const [wanted = "", ...bucket] = entry.split("/");
  const domain = wanted.toLowerCase();
  if (bucket.length > 0) return host === domain && pathname?.startsWith(`/${bucket.join("/")}/`) === true;
  if (domain.startsWith("*.")) return host.endsWith(domain.slice(1));
  return host === domain || host.endsWith(`.${domain}`);
}

/** The sources in a content security policy that allow media of `hosts`. */
export function mediaSources(hosts: readonly string[]): string[] {
  return hosts.flatMap((host) => {
    const isPlain = !host.includes("/") && !host.startsWith("*.");
    // An address with a port or an IP address has no subdomains; listing them is harmless.
    return isPlain ? [host, `*.${host}`] : [host.includes("/") ? `${host}/` : host];
  });
}
