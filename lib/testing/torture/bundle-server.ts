import { bundleDoor } from "@/lib/testing/bundle-door";

const folder = "test-results/torture-server";

/** The door without its pages, ready to run. */
export const bundledServer = `${folder}/webhook-server.mjs`;

/** The process that attacks it. */
export const bundledAttacker = `${folder}/attacker.mjs`;

/** Vitest runs this once: servers that are started by the dozen should not translate their sources each time. */
export default async function bundleServer(): Promise<void> {
  await bundleDoor(folder, "lib/testing/torture/webhook-server.ts", "lib/testing/torture/attacker.ts");
}
