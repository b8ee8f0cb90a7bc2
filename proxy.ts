import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "./app/content-security-policy";
import { nonceHeader } from "./app/nonce";
import { pathHeader } from "./app/path-header";
import { env } from "./lib/env/env";
import { noticePage } from "./lib/http/notice-page";
import { securityHeaders } from "./lib/http/security-headers";
import { whyNoPages } from "./lib/http/why-no-pages";

/**
 * Gives pages their security headers, their nonce and their own path, and says so where none can be shown. Nothing is authorised here:
 * pages, routes and lib/queries do that themselves, so that a request which slips past this file is still a stranger's.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { appUrl, mediaHosts } = env();
  const reason = await whyNoPages();
  if (reason !== null) return unavailable(reason, appUrl);
  const nonce = crypto.randomUUID();
  const isHttps = appUrl.startsWith("https:");
  const isDevelopment = process.env.NODE_ENV === "development";
  const policy = contentSecurityPolicy(nonce, { isHttps, isDevelopment, mediaHosts });

  const headers = new Headers(request.headers);
  headers.set(nonceHeader, nonce);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce for its own scripts out of this one.
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(securityHeaders(appUrl))) response.headers.set(name, value);
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

function unavailable(reason: string, appUrl: string): NextResponse {
  const page = noticePage({ title: "Playhead is not available", text: `${reason}.`, seconds: retryAfterSeconds });
  const headers = {
    ...securityHeaders(appUrl),
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
  };
  return new NextResponse(page, { status: 503, headers: { ...headers, "Retry-After": String(retryAfterSeconds) } });
}

const retryAfterSeconds = 5;

export const config = {
  matcher: [
    {
      // API responses and assets have the fallback policy of next.config.js.
      source: "/((?!api/|_next/static/).*)",
      // Next keeps a copy of each request body in memory for this file; pages are asked for without one.
      missing: [
        { type: "header", key: "content-length" },
        { type: "header", key: "transfer-encoding" },
      ],
    },
  ],
};
