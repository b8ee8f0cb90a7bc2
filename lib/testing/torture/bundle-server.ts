import { build } from "esbuild";

const folder = "test-results/torture-server";

/** The bare server, ready to run. */
export const bundledServer = `${folder}/webhook-server.js`;

/** Vitest runs this once: servers that are started by the dozen should not translate their sources each time. */
export default async function bundleServer(): Promise<void> {
  await build({
    entryPoints: ["lib/testing/torture/webhook-server.ts", "lib/door/run-log-thread.ts"],
    outdir: folder,
    entryNames: "[name]",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    conditions: ["react-server"],
    sourcemap: true,
  });
}
