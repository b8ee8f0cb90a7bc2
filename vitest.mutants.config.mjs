import { defineConfig } from "vitest/config";
import { pure, resolve } from "./vitest.config.ts";

/** The tests that Stryker runs against each mutant (stryker.config.mjs): all that need no database. */
export default defineConfig({
  resolve,
  test: {
    include: [
      ...pure,
      "lib/auth/limits/{attempt-counter,attempt-limits,sign-in-limit,trusted-origins}.test.ts",
      "lib/auth/{safe-next,passwords/password-fault}.test.ts",
      "lib/http/client-address.test.ts",
      "lib/ingest/{lane,body/form-fields,body/prepare-delivery,body/text-of}.test.ts",
      "lib/ingest/tokens/{mask-tokens,match-token,scan-for-token,token-pattern}.test.ts",
      "lib/queries/{cursor,exports/csv-rows}.test.ts",
      "lib/transcript/*.test.ts",
    ],
    testTimeout: 20_000,
  },
});
