import { root } from "../process/run-child.mjs";

/**
 * Bundles programs, each as one file, with shared chunks next to it: they start without loading Next and TypeScript.
 *
 * @param isSelfContained whether to bundle packages too, except better-sqlite3, which is native
 */
export async function bundlePrograms({ programs, outdir, isSelfContained = false }) {
  // Only needed for building.
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir,
    entryNames: "[name]",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    conditions: ["react-server"],
    outExtension: { ".js": ".mjs" },
    logLevel: "warning",
    ...(isSelfContained ? selfContained : { packages: "external", sourcemap: true }),
  });
}

const selfContained = {
  splitting: true,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "linked",
  mainFields: ["module", "main"],
  external: ["better-sqlite3", "pg-native", "esbuild"],
  // CommonJS globals that some packages use.
  banner: {
    js: [
      'import { createRequire as requireOf } from "node:module";',
      "const require = requireOf(import.meta.url);",
      "const { filename: __filename, dirname: __dirname } = import.meta;",
    ].join(""),
  },
};
