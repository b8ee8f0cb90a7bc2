import type { Page } from "@playwright/test";

/** Presses `g` and a letter in quick succession, as people do, even while the page is busy with the first key. */
export async function pressGo(page: Page, letter: string): Promise<void> {
  await Promise.all([page.keyboard.press("g"), page.keyboard.press(letter)]);
}
