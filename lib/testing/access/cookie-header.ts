/** The `Cookie` header with which a browser answers the `Set-Cookie` headers of a response. */
export function cookieHeader(answered: Headers): string {
  return answered
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
