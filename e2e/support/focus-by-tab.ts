import { expect, type Page } from "@playwright/test";

/** Presses Tab until an element that the selector matches has the focus. */
export async function focusByTab(page: Page, selector: string): Promise<void> {
  const matches = page.locator(selector);
  // A horizontal line of a figure has no height, which counts as hidden.
  await expect(matches.first()).toBeAttached();
  const isFocused = () => matches.evaluateAll((found) => found.some((element) => element === document.activeElement));
  for (let count = 0; count < 150 && !(await isFocused()); count += 1) await page.keyboard.press("Tab");
  expect(await isFocused()).toBe(true);
}
