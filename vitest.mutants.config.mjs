import { defineConfig } from "vitest/config";
import { pure, resolve } from "./vitest.config.ts";

/** The tests that Stryker runs against each mutant (stryker.config.mjs): all that need no database. */
export default defineConfig({
  resolve,
  test: {
    include: [
      ...pure,
      "lib/auth/{attempt-counter,attempt-limits,client-address,password-fault,safe-next,sign-in-limit,trusted-origins}.test.ts",
      "lib/ingest/{form-fields,lane,mask-tokens,match-token,prepare-delivery,scan-for-token,text-of,token-pattern}.test.ts",
      "lib/queries/{csv-rows,cursor}.test.ts",
      "lib/transcript/*.test.ts",
    ],
    // These measure time, which a mutated module and a second run beside it distort.
    exclude: ["**/linear.test.ts", "**/worst-texts.test.ts"],
    testTimeout: 20_000,
  },
});
