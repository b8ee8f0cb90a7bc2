/**
 * The origins whose pages may change something: `APP_URL`'s, and the host that this request was sent to. A browser sets both
 * `Origin` and `Host` itself, so a page of another site can make neither agree.
 */
export function trustedOrigins(appUrl: string, headers?: Headers): string[] {
  const host = headers?.get("host") ?? "";
  const own = /^[a-z0-9.:[\]-]+$/i.test(host) ? [`http://${host}`, `https://${host}`] : [];
  return [new URL(appUrl).origin, ...own];
}

/** Whether the request comes from one of our own pages. */
export function isFromOwnPage(appUrl: string, headers: Headers): boolean {
  const origin = headers.get("origin");
  return origin !== null && trustedOrigins(appUrl, headers).includes(origin.toLowerCase());
}
