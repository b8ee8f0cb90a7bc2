// Imports nothing: next.config.js loads this file with Node alone.

/** The policy of every response that is not a page: it loads nothing, runs nothing and cannot be framed. */
export const fallbackPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const headers = {
  "Content-Security-Policy": fallbackPolicy,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  // Prevents hosts of media and links from learning which conversation was open.
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-DNS-Prefetch-Control": "off",
  "X-Frame-Options": "DENY",
};

/**
 * The security headers of every response, including errors and assets. A page replaces `Content-Security-Policy` by its own
 * (app/content-security-policy.ts).
 *
 * @param appUrl `APP_URL`; with an https address, browsers are told to use https only.
 */
export function securityHeaders(appUrl: string): Record<string, string> {
  const isHttps = appUrl.startsWith("https:");
  return { ...headers, ...(isHttps && { "Strict-Transport-Security": "max-age=31536000" }) };
}
