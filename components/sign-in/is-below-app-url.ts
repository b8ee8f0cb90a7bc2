/** Whether a page was opened over HTTP although `APP_URL` is HTTPS: the browser then drops secure cookies. */
export function isBelowAppUrl(origin: string, appUrl: string): boolean {
  return origin.startsWith("http://") && appUrl.startsWith("https://");
}
