/** Whose media load without a click unless `MEDIA_HOSTS` says otherwise. */
export const defaultMediaHosts: readonly string[] = ["storage.googleapis.com"];

/** True when the link's host is one of `hosts` (`example.com`, `localhost:8080`) or a subdomain of one. */
export function isMediaHost(link: string, hosts: readonly string[]): boolean {
  const url = URL.parse(link);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return false;
  return hosts.some((host) => {
    const wanted = host.toLowerCase();
    return url.host === wanted || url.hostname === wanted || url.hostname.endsWith(`.${wanted}`);
  });
}
