/**
 * The origins that may send changes: `APP_URL`'s, and the host of this request. Browsers set `Origin` and `Host` themselves, so
 * that pages of other sites cannot forge them.
 */
export function trustedOrigins(appUrl: string, headers?: Headers): string[] {
  const host = headers?.get("host") ?? "";
  const own = /^[a-z0-9.:[\]-]+$/i.test(host) ? [`http://${host}`, `https://${host}`] : [];
  return [new URL(appUrl).origin, ...own];
}

/** Whether the request was sent by one of our own pages. */
export function isFromOwnPage(appUrl: string, headers: Headers): boolean {
  const origin = headers.get("origin");
  return origin !== null && trustedOrigins(appUrl, headers).includes(origin.toLowerCase());
}
