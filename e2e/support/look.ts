import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Serious and critical axe findings in a page, or in the part that a selector matches, with their first elements. Ignores what is
 * behind a modal menu or dialog: Radix hides it and traps the focus, which axe cannot detect. A dark page differs from a light one
 * in its colors only, so only its contrast is checked: check the light one, too.
 */
export async function seriousFindings(page: Page, within = "html"): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(within).exclude("[data-aria-hidden]");
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const { violations } = await (isDark ? axe.withRules(["color-contrast"]) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => {
      const places = nodes.slice(0, 3).map(({ html }) => html);
      return `${id}: ${places.join(" | ")}`;
    });
}

/** Findings while a refetch dims a list do not count. */
export async function expectNoFindingsAtRest(page: Page): Promise<void> {
  await expect(async () => {
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect(await seriousFindings(page)).toEqual([]);
  }).toPass({ timeout: 30_000 });
}

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Controls that are smaller than 24 pixels and have too little space around them (WCAG 2.5.8), with their first positions. */
export async function smallTargets(page: Page, within = "html"): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(within).withRules(["target-size"]).analyze();
  return violations.flatMap(({ nodes }) => nodes.slice(0, 10).map(({ html }) => html));
}
