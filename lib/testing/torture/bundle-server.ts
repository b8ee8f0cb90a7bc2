import { bundleDoor } from "@/lib/testing/processes/bundle-door";

const folder = "test-results/torture-server";

/** The bundled door without its page server. */
export const bundledServer = `${folder}/webhook-server.mjs`;

/** The bundled attacker process. */
export const bundledAttacker = `${folder}/attacker.mjs`;

/** Vitest's global set-up: compiles the server once instead of for each start. */
export default async function bundleServer(): Promise<void> {
  await bundleDoor(folder, "lib/testing/torture/webhook-server.ts", "lib/testing/torture/attacker.ts");
}
