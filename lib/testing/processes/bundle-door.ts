import { build } from "esbuild";

/**
 * Bundles the door's log thread, and more entries, as lib/cli/build.mjs does, so that tests do not compile it for each thread.
 */
export async function bundleDoor(folder: string, ...more: string[]): Promise<void> {
  await build({
    entryPoints: ["lib/door/run-log-thread.ts", ...more],
    outdir: folder,
    entryNames: "[name]",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    conditions: ["react-server"],
    outExtension: { ".js": ".mjs" },
    sourcemap: true,
  });
}
