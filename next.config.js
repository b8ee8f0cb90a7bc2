import { securityHeaders } from "./lib/http/security-headers.ts";

/** @type {import("next").NextConfig} */
const config = {
  // A server runs from a copy of the build: lib/cli/running-build.mjs.
  distDir: process.env.PLAYHEAD_BUILD ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  skipTrailingSlashRedirect: true,
  // No page uses next/image. Without its optimizer, /_next/image cannot be made to fetch or resize anything.
  images: { unoptimized: true },
  // The fallback for every response. proxy.ts gives pages a policy of their own. APP_URL is not known while building.
  headers: async () => [
    {
      source: "/:path*",
      headers: Object.entries(securityHeaders("")).map(([key, value]) => ({ key, value })),
    },
    { source: "/api/:path*", headers: [{ key: "Cache-Control", value: "no-store" }] },
  ],
  // `npm test` checks types. Here it would double the time and the memory of a build on a user's machine.
  typescript: { ignoreBuildErrors: true },
  // A navigation that gets no answer waits until the server is back, instead of ending on the browser's error page.
  experimental: { useOffline: true },
  // The database and the secret beside it belong into no bundle.
  outputFileTracingExcludes: { "/*": ["./data/**", "./.next-running-*/**"] },
  serverExternalPackages: [
    "better-sqlite3",
    "@prisma/adapter-pg",
    "pg",
    "pino",
    "@opentelemetry/exporter-trace-otlp-proto",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-trace",
  ],
};

export default config;
