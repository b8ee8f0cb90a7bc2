import { readFile } from "node:fs/promises";
import { build, type Plugin } from "esbuild";

const folder = "test-results/torture-server";

/** The bare server, ready to run. */
export const bundledServer = `${folder}/webhook-server.js`;

/** Vitest runs this once: servers that are started by the dozen should not translate their sources each time. */
export default async function bundleServer(): Promise<void> {
  await build({
    entryPoints: ["lib/testing/torture/webhook-server.ts", "lib/ingest/run-ingest-thread.ts"],
    outdir: folder,
    entryNames: "[name]",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    conditions: ["react-server"],
    sourcemap: true,
    plugins: [besideEachOther],
  });
}

/** The thread's file keeps its name but for the ending. */
const besideEachOther: Plugin = {
  name: "beside each other",
  setup: ({ onLoad }) => {
    onLoad({ filter: /lib.ingest.ingest-thread\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { loader: "ts", contents: source.replace("./run-ingest-thread.ts", "./run-ingest-thread.js") };
    });
  },
};
