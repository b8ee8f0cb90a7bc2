import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/**
 * A Vitest reporter that writes the tests that passed only on a retry to `RETRIED_TESTS_FILE`, as a JSON list, for the summary of
 * `lib/cli/test.mjs`.
 */
export default class RetriedTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const file = process.env.RETRIED_TESTS_FILE;
    if (file === undefined) return;
    const retried = modules.flatMap((module) =>
      [...module.children.allTests("passed")]
        .filter((test) => test.diagnostic()?.flaky)
        .map((test) => `${module.relativeModuleId} › ${test.fullName}`),
    );
    writeFileSync(file, JSON.stringify(retried));
  }
}
