/** Whether a page was opened without the encryption that `APP_URL` promises: cookies for it are not kept here. */
export function isBelowAppUrl(origin: string, appUrl: string): boolean {
  return origin.startsWith("http://") && appUrl.startsWith("https://");
}
