import { parseArgs } from "node:util";
import { benchmarks } from "@/bench/benchmarks";
import { stopPostgres } from "@/bench/database";
import type { Figure } from "@/bench/figure";
import { table, writeReport } from "@/bench/report";
import { build } from "./build.mjs";

const usage = `Measures Playhead's production build, each figure with a baseline of the same run.

  npm run bench -- [options]

  --only NAME   one benchmark; can be repeated: ${Object.keys(benchmarks).join(", ")}
  --full        up to 1,000,000 events and conversations (an hour; otherwise a few minutes)
  --json FILE   output file for the figures           (default: bench/results/<time>.json)

Postgres: the server of TEST_POSTGRES_URL; without it, one is started for the run.`;

const { values: args } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: Object.keys(benchmarks) },
    full: { type: "boolean", default: false },
    json: { type: "string", default: `bench/results/${new Date().toISOString().replaceAll(":", "-")}.json` },
    help: { type: "boolean", default: false },
  },
});
const unknown = args.only.filter((name) => !Object.hasOwn(benchmarks, name));
if (args.help || unknown.length > 0) {
  console.log(unknown.length > 0 ? `No benchmark is called ${unknown.join(", ")}.\n\n${usage}` : usage);
  process.exit(args.help ? 0 : 2);
}

await build();
const figures: Figure[] = [];
for (const name of args.only) {
  console.log(`\u001b[2m›\u001b[0m ${name}`);
  const own = (await benchmarks[name]?.({ full: args.full })) ?? [];
  figures.push(...own);
  writeReport(args.json, figures, { full: args.full });
  console.log(table(own));
}
await stopPostgres();
console.log(`\n${table(figures)}\n\n${args.json}`);
process.exit(0);
