import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Tests of these folders touch no database and run without one. Tests of growth take minutes, so they are not among them. */
export const pure = [
  "lib/{time,json,text,events,messages,conversation,event-types,fold,masking,search,simulator,api,columns,filters,filter-text,env,log}/**/!(*.growth).test.ts",
  "components/**/!(*.growth).test.{ts,tsx}",
  "lib/testing/{folder-cycles,plain-words}.test.ts",
];

/** What was installed or built, and copies in which mutants are tested. */
const foreign = ["node_modules/**", ".next/**", "test-results/**"];

export const resolve = {
  alias: [
    { find: /^@\//, replacement: root },
    { find: "server-only", replacement: `${root}lib/testing/empty-module.ts` },
  ],
};

export default defineConfig({
  resolve,
  test: {
    // A machine shared with other builds may let a test down once; a fault fails each time.
    retry: process.env.CI ? 2 : 0,
    maxWorkers: 2,
    // Errors name all values of a list.
    chaiConfig: { truncateThreshold: 1000 },
    projects: [
      { extends: true, test: { name: "pure", include: pure, testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: "server",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...foreign, "e2e/**", "**/*.torture.test.ts", "**/*.install.test.ts", ...pure],
          globalSetup: ["lib/testing/postgres/postgres-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        // Installs and starts clones of the project: one at a time.
        test: {
          name: "installation",
          include: ["**/*.install.test.ts"],
          exclude: foreign,
          fileParallelism: false,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // Server processes under load, measured by the clock: one file at a time, and nothing beside it.
          name: "torture",
          include: ["lib/testing/torture/**/*.torture.test.ts"],
          globalSetup: ["lib/testing/postgres/postgres-server.ts", "lib/testing/torture/bundle-server.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
