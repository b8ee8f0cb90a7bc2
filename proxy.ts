import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "./app/content-security-policy";
import { nonceHeader } from "./app/nonce";
import { pathHeader } from "./app/path-header";

/**
 * Gives each answer its security headers, and pages their nonce and their own path. Nothing is authorised here: pages, routes
 * and lib/queries do that themselves, so that a request which slips past this file is still a stranger's.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID();
  const isHttps = process.env.APP_URL?.startsWith("https:") === true;
  const policy = contentSecurityPolicy(nonce, { isHttps, isDevelopment: process.env.NODE_ENV === "development" });

  const headers = new Headers(request.headers);
  headers.set(nonceHeader, nonce);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce for its own scripts out of this one.
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  if (request.nextUrl.pathname.startsWith("/api/")) response.headers.set("Cache-Control", "no-store");
  if (isHttps) response.headers.set("Strict-Transport-Security", "max-age=31536000");
  return response;
}

const securityHeaders = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  // Hosts of media and links learn nothing of which conversation was open.
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-DNS-Prefetch-Control": "off",
  "X-Frame-Options": "DENY",
};

export const config = {
  // The webhook answers as fast as it can; built files carry no data.
  matcher: ["/((?!api/webhook$|_next/static/).*)"],
};
