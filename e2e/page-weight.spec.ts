import { expect, test } from "@playwright/test";
import { pageBudgets, pageWeight } from "@/lib/testing/page-weight";

for (const [route, most] of Object.entries(pageBudgets)) {
  test(`the JavaScript of ${route} is at most ${most} kB`, () => {
    expect(pageWeight(route)).toBeLessThanOrEqual(most);
  });
}
