import { root } from "../process/run-child.mjs";

/**
 * Bundles programs, each as one file with what it shares with others beside it: they start without Next, TypeScript and their memory.
 *
 * @param isSelfContained whether the packages are bundled too, all but better-sqlite3, which is no JavaScript
 */
export async function bundlePrograms({ programs, outdir, isSelfContained = false }) {
  // Only building needs it.
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
  // What some packages use of CommonJS.
  banner: {
    js: [
      'import { createRequire as requireOf } from "node:module";',
      "const require = requireOf(import.meta.url);",
      "const { filename: __filename, dirname: __dirname } = import.meta;",
    ].join(""),
  },
};
