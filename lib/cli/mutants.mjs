// `npm run mutants [room …]`: mutation testing of the pure code and the small server modules: inserts one fault at a time and
// counts those that no test detects. A room is a folder or a few modules, with the tests that must detect faults. Exits with 1 if
// a room's score is below 90 %.
import "./check-node.mjs";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { prepare, root } from "./prepare.mjs";

await prepare();
const { Stryker } = await import("@stryker-mutator/core");

const testsOf = (name) => [`lib/${name}/**/*.test.ts`];
const folder = (name) => [`lib/${name}/**/*.ts`, `!lib/${name}/**/*.test.ts`];

/**
 * `tests`: the only tests that must detect faults; by default all that load the room's files. `isStaticToo`: also mutates code
 * that runs when a module is loaded, such as regular expressions, which requires a run of all the room's tests for each fault
 * (not distinguished if `tests` are given).
 */
const rooms = {
  "sign-in": {
    mutate: [
      "lib/auth/limits/{address-block,address-of-request,attempt-counter,attempt-limits,sign-in-limit,trusted-origins}.ts",
      "lib/auth/{safe-next,passwords/password-fault}.ts",
      "lib/http/{client-address,trusted-proxies}.ts",
    ],
    isStaticToo: true,
  },
  tokens: {
    mutate: [
      "lib/ingest/{lane,body/form-fields,body/text-of}.ts",
      "lib/ingest/tokens/{mask-tokens,match-token,scan-for-token,token-candidates,token-pattern}.ts",
    ],
    isStaticToo: true,
  },
  csv: { mutate: ["lib/queries/exports/{csv-rows,guard-formulas}.ts"], isStaticToo: true },
  cursors: { mutate: ["lib/queries/cursor.ts"], isStaticToo: true },
  time: { mutate: folder("time"), tests: testsOf("time") },
  "filter-text": { mutate: folder("filter-text"), tests: testsOf("filter-text") },
  conversation: { mutate: folder("{conversation,fold}"), tests: testsOf("{conversation,fold}") },
  events: {
    mutate: folder("{json,events,event-types}"),
    tests: testsOf("{conversation,json,events,event-types,fold}"),
  },
  messages: { mutate: folder("{text,messages}"), tests: testsOf("{event-types,text,messages}") },
  search: { mutate: folder("search"), tests: testsOf("search") },
  filters: { mutate: folder("filters"), tests: testsOf("{filters,filter-text}") },
  columns: { mutate: ["lib/columns/{csv-columns,list-column,sorts}.ts"], tests: testsOf("columns") },
  api: { mutate: ["lib/api/list-settings.ts"], tests: testsOf("api") },
  transcript: { mutate: folder("transcript"), tests: testsOf("transcript") },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(rooms, name));
if (unknown.length > 0) {
  console.error(`Unknown room: ${unknown.join(", ")}. Rooms: ${Object.keys(rooms).join(", ")}.`);
  process.exit(1);
}

const reports = path.join(root, "test-results", "mutants");
mkdirSync(reports, { recursive: true });
process.chdir(root);

const figures = [];
for (const name of asked.length === 0 ? Object.keys(rooms) : asked) {
  const { mutate, tests = [], isStaticToo = false } = rooms[name];
  console.log(`\n\u001b[1m${name}\u001b[0m`);
  const results = await new Stryker({
    configFile: "stryker.config.mjs",
    mutate,
    testFiles: tests,
    ignoreStatic: !isStaticToo,
    tempDirName: `test-results/mutants/sandbox-${name}`,
    htmlReporter: { fileName: path.join(reports, `${name}.html`) },
    jsonReporter: { fileName: path.join(reports, `${name}.json`) },
  }).runMutationTest();
  rmSync(path.join(reports, `sandbox-${name}`), { recursive: true, force: true });
  figures.push({ name, ...count(results) });
}

console.log("\nroom            mutants  killed     %");
for (const { name, total, killed } of figures) {
  const percent = ((100 * killed) / total).toFixed(1);
  console.log(`${name.padEnd(15)} ${String(total).padStart(7)} ${String(killed).padStart(7)} ${percent.padStart(5)}`);
}
console.log(`The survivors are in ${path.relative(root, reports)}/<room>.html`);

/** Without ignored faults and those that do not compile. */
function count(results) {
  const of = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const killed = of("Killed", "Timeout");
  return { killed, total: killed + of("Survived", "NoCoverage") };
}
