import { PHASE_PRODUCTION_BUILD } from "next/constants.js";
import { securityHeaders } from "./lib/http/security-headers.ts";

/** What belongs into no image and no function. */
const notTraced = [
  // The database and the secret beside it.
  "./data/**",
  "./.next-running-*/**",
  // Without the image optimizer, nothing resizes images.
  "./node_modules/sharp/**",
  "./node_modules/@img/**",
];

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
  // Browsers request this one for documents that name no icon, such as a downloaded transcript or an answer in JSON.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon-192.png" }],
  // `npm test` checks types. Here it would double the time and the memory of a build on a user's machine.
  typescript: { ignoreBuildErrors: true },
  // A navigation that gets no answer waits until the server is back, instead of ending on the browser's error page.
  experimental: { useOffline: true },
  outputFileTracingExcludes: { "**": notTraced },
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

/** @param {string} phase */
export default function configOf(phase) {
  // What lib/cli/image.mjs takes. `next start` does not know it, and Vercel traces by itself.
  const isTraced = phase === PHASE_PRODUCTION_BUILD && !process.env.VERCEL;
  return isTraced ? { ...config, output: "standalone" } : config;
}
