import { simulate } from "@/lib/simulator/simulate";
import { expect, test } from "./support/app";

test("every message type is rendered, with its type on its entry", async ({ page, webhook }) => {
  const [everyBlock] = simulate({ seed: "types", conversations: 1, now: Date.now() });
  const events = everyBlock?.events ?? [];
  await webhook.post({ events });
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.goto(`/conversations/${everyBlock?.key}`);
  await expect(page.locator("[data-event-id]").first()).toBeVisible();
  const expected = new Set(events.map(({ event }) => (event.payload.message as { type?: string } | undefined)?.type));
  expected.delete(undefined);
  const seen = new Set<string | null>();
  await page.keyboard.press("Home");
  for (let step = 0; step < 80 && seen.size < expected.size; step++) {
    for (const entry of await page.locator("[data-message-type]").all()) {
      seen.add(await entry.getAttribute("data-message-type", { timeout: 1000 }).catch(() => null));
    }
    await page.locator("[data-event-id]").last().scrollIntoViewIfNeeded();
    await page.mouse.move(640, 400);
    await page.mouse.wheel(0, step < 40 ? -500 : 500);
    await page.waitForTimeout(60);
  }
  expect([...expected].filter((type) => !seen.has(type ?? null))).toEqual([]);
});

test("the print view contains every message type, whatever was rendered before", async ({ page, webhook }) => {
  const [everyBlock] = simulate({ seed: "print", conversations: 1, now: Date.now() });
  const events = everyBlock?.events ?? [];
  await webhook.post({ events });
  await page.goto(`/conversations/${everyBlock?.key}`);
  await expect(page.locator("[data-event-id]").first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("[data-event-id]")).toHaveCount(events.length);
  const sent = events.flatMap(({ event }) => (event.payload.message as { type?: string } | undefined)?.type ?? []);
  const printed = await page
    .locator("[data-message-type]")
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute("data-message-type")));
  expect(new Set(printed)).toEqual(new Set(sent));
  // Nothing is clipped by scrolling, and controls are hidden.
  const clipped = await page.evaluate(
    () =>
      [...document.querySelectorAll(":has([data-timeline])")].filter(
        (box) => getComputedStyle(box).overflowY !== "visible",
      ).length,
  );
  expect(clipped).toBe(0);
  await expect(page.getByRole("region", { name: "Playhead" })).toBeHidden();
});
