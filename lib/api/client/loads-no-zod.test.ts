import { build } from "esbuild";
import { expect, it } from "vitest";

it.each(["call", "query-of", "pages-of", "mutation-of", "queries-of"])(
  "%s.ts does not import schemas, which every page would then load",
  async (name) => {
    const { metafile } = await build({
      entryPoints: [`lib/api/client/${name}.ts`],
      bundle: true,
      write: false,
      metafile: true,
      external: ["@tanstack/react-query"],
    });
    const loaded = Object.keys(metafile.inputs);
    expect(loaded).toContain(`lib/api/client/${name}.ts`);
    expect(loaded.filter((file) => /zod|\/schemas\//.test(file))).toEqual([]);
  },
);
