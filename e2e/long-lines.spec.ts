import { expect, test } from "./support/app";
import { overflow } from "./support/look";
import { openLongStory, openNastyStory } from "./support/story";

const desktop = { width: 1440, height: 900 };

test("shows many variables that were set at once as one line, which expands to a table", async ({ page, webhook }) => {
  await openNastyStory(webhook, page, desktop);
  const batch = page.locator('[data-event-type="variables"]').filter({ hasText: "300 variables" });
  const line = batch.getByRole("button", { name: /set 300 variables/ });
  expect((await line.boundingBox())?.height).toBeLessThanOrEqual(24);
  await line.click();
  await expect(batch.getByRole("row")).toHaveCount(51);
  await batch.getByRole("button", { name: "Show all 300 variables" }).click();
  await expect(batch.getByRole("row")).toHaveCount(301);
  await line.click();
  await expect(batch.getByRole("table")).toHaveCount(0);
});

test("clamps a long value in the timeline until it is expanded", async ({ page, webhook }) => {
  await openNastyStory(webhook, page, desktop);
  const entry = page.locator('[data-event-type="variables"]').filter({ hasText: "free_text" });
  const height = async () => (await entry.boundingBox())?.height ?? 0;
  const clamped = await height();
  expect(clamped).toBeLessThan(100);
  await entry.getByRole("button", { name: "Show all" }).click();
  await expect.poll(height).toBeGreaterThan(clamped);
});

for (const width of [1440, 1024, 390]) {
  test(`does not center multi-line texts, and keeps names in their boxes, at ${width} pixels`, async ({
    page,
    webhook,
  }) => {
    await openNastyStory(webhook, page, { width, height: 800 });
    if (width < 900) await page.getByRole("button", { name: "Show the state" }).click();
    const found = await page.evaluate(() => {
      const wrong = new Set<string>();
      const pane = document.querySelector("main") ?? document.body;
      const texts = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const element = node.parentElement;
        if (!element?.checkVisibility({ visibilityProperty: true }) || !node.textContent?.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8)));
        const name = `${node.textContent.slice(0, 30)} <${element.className}>`;
        if (tops.size > 1 && getComputedStyle(element).textAlign === "center") wrong.add(`centred: ${name}`);
        // Clipped content does not overflow.
        let [left, right] = [range.getBoundingClientRect().left, range.getBoundingClientRect().right];
        for (let box: Element | null = element; box; box = box.parentElement) {
          if (getComputedStyle(box).overflowX === "visible") continue;
          const { left: from, right: to } = box.getBoundingClientRect();
          [left, right] = [Math.max(left, from), Math.min(right, to)];
        }
        if (left < -1 || right > window.innerWidth + 1) wrong.add(`outside: ${name}`);
      }
      return [...wrong];
    });
    expect(found).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test("divides the outline into chapters, each with its length and outcome, and groups notes", async ({
  page,
  webhook,
}) => {
  await openLongStory(webhook, page, desktop);
  await page.keyboard.press("o");
  const outline = page.getByRole("listbox", { name: "Outline of the conversation" });
  const chapters = outline.locator('[data-outline="chapter"]');
  await expect(chapters).toHaveText([
    /Bot.*4 s · handed over to Ines Oduya/,
    /Handover to Ines Oduya.*1 s · first reply by Ines Oduya/,
    /Ines Oduya.*5 s · handed over to Lian Bo/,
    /Lian Bo.*1 s · closed by Lian Bo/,
    /Closed by Lian Bo.*reopened by Lian Bo/,
    /Reopened by Lian Bo.*20 s/,
  ]);
  await expect(outline.locator('[data-outline="notes"]')).toHaveText(/2 notes\s*Approved/);
  await chapters.nth(1).click();
  await expect(page.getByText("event 5 of 14")).toBeVisible();
  await expect(chapters.nth(1)).toHaveAttribute("aria-selected", "true");
});

test("shows in the difference which waits began and ended", async ({ page, webhook }) => {
  const { key, ids } = await openLongStory(webhook, page, desktop);
  await page.goto(`/conversations/${key}?event=${ids[6]}&marker=${ids[2]}`);
  const waits = page.getByRole("region", { name: "Changed waits" });
  await expect(waits.locator("[data-difference]").filter({ hasText: "Wait for a human" })).toContainText("1 s");
  await waits
    .getByRole("button", { name: /Ines Oduya/ })
    .first()
    .click();
  await expect(page.getByText("event 6 of 14")).toBeVisible();
});
