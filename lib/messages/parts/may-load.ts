/** Which media load without a click unless `MEDIA_HOSTS` says otherwise. */
export const defaultMediaHosts: readonly string[] = ["storage.googleapis.com"];

/** Who put the media into the conversation. */
export type MediaSender = "visitor" | "bot" | "agent" | "system";

/** `now`: with the page. `on-click`: in the page, when the reader asks. `new-tab`: never in the page, only as a link. */
export type MediaLoading = "now" | "on-click" | "new-tab";

/**
 * How an image, sound or video may load. Loading tells its host that somebody reads the conversation, when, and from where, so
 * visitors' media never load by themselves: on a shared host such as storage.googleapis.com, anybody may have put them there.
 *
 * @param hosts `MEDIA_HOSTS`; the page's content security policy allows no others.
 */
export function mayLoad(url: string, by: MediaSender, hosts: readonly string[]): MediaLoading {
  if (!hosts.some((host) => isFrom(url, host))) return "new-tab";
  return by === "bot" || by === "agent" ? "now" : "on-click";
}

/** Whether `url` is of `host` or one of its subdomains, only of subdomains (`*.host`), or of one bucket (`host/bucket`). */
function isFrom(url: string, entry: string): boolean {
  const { protocol, host, pathname } = URL.parse(url) ?? {};
  if (host === undefined || (protocol !== "https:" && protocol !== "http:")) return false;
  const [wanted = "", ...bucket] = entry.split("/");
  const domain = wanted.toLowerCase();
  if (bucket.length > 0) return host === domain && pathname?.startsWith(`/${bucket.join("/")}/`) === true;
  if (domain.startsWith("*.")) return host.endsWith(domain.slice(1));
  return host === domain || host.endsWith(`.${domain}`);
}

/** The sources that a content security policy has to name so that media of `hosts` may load. */
export function mediaSources(hosts: readonly string[]): string[] {
  return hosts.flatMap((host) => {
    const isPlain = !host.includes("/") && !host.startsWith("*.");
    // Subdomains of an address with a port or of an IP address do not exist; naming them does no harm.
    return isPlain ? [host, `*.${host}`] : [host.includes("/") ? `${host}/` : host];
  });
}
