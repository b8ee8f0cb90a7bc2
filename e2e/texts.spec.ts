import type { Page } from "@playwright/test";
import { expect, test } from "./support/app";
import { overflow } from "./support/look";
import { conversation, type Webhook } from "./support/webhook";

const rightToLeft = `بداية ${"أريد أن أسأل عن طلبي الذي لم يصل حتى الآن ".repeat(6)}نهاية`;
const marks = "\u0336\u0335\u0322\u0321\u0300\u0301\u0302\u0303\u0304".repeat(30);
const stacked = `H${marks}e${marks}llo`;
const long = "N".repeat(300);

/** A conversation in which every text is `text`. */
async function deliverEverywhere(webhook: Webhook, text: string) {
  const { key, create, event, visitorSays, botSays, agentSays, agent, bot } = conversation();
  const named = { ...agent, email: null, name: text };
  await webhook.deliver(
    create(text, [{ type: "text", name: "visitor_name", value: text }]),
    visitorSays("before"),
    visitorSays(text),
    botSays(text),
    botSays({ type: "button", payload: { title: text, buttons: [{ title: text }, { title: "Other" }] } }),
    visitorSays({ type: "form.response", payload: { fields: [{ label: text, value: text }] } }),
    visitorSays({ type: "document", payload: { link: "https://files.example.com/x.pdf", file_name: `${text}.pdf` } }),
    agentSays(text),
    event("note", { note_by: agent, note: text }),
    event("variables", { action_performed_by: bot, variables: [{ type: "text", name: text, value: text }] }),
    event("conversation_labels", { action_performed_by: agent, action: "added", labels: [{ id: 5, name: text }] }),
    event("assignee_change", { changed_by: agent, from: bot, to: named }),
    event("hologram", { text }),
    visitorSays(text),
  );
  return key;
}

const asTable = "/#table";

async function open(page: Page, path: string) {
  const cookie = { name: "playhead_list", value: path === asTable ? "form=table" : "form=list" };
  if (page.url() === "about:blank") await page.goto("/");
  await page.context().addCookies([{ ...cookie, url: new URL("/", page.url()).href }]);
  await page.goto(path === asTable ? "/" : path);
  await expect(page.locator("main").first()).toBeVisible();
  if (path.includes("questions=true")) await expect(page.getByRole("region", { name: "Questions" })).toBeVisible();
  // The page's HTML has the conversation's end to read, which the timeline with its playhead replaces.
  else if (path.startsWith("/conversations/"))
    await expect(page.getByRole("slider", { name: "Playhead" })).toBeVisible();
  else if (path === "/" || path === asTable)
    await expect(page.locator('main a[href*="/conversations/"]').first()).toBeVisible();
  await page.waitForTimeout(500);
}

/** Texts that overflow their box, without clipping or scrolling around them. */
function leaving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (parent === null || text.textContent?.trim() === "" || parent.closest(".sr-only, script, style")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      for (let around: Element | null = parent; around !== null; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.display.startsWith("inline") && style.overflowX === "visible") continue;
        if (style.display === "contents") continue;
        if (style.overflowX !== "visible") break;
        const outer = around.getBoundingClientRect();
        if (box.right > outer.right + 2 || box.left < outer.left - 2) {
          found.push(`${around.tagName}.${around.className}: ${text.textContent?.slice(0, 30)}`);
          break;
        }
      }
    }
    return found;
  });
}

/** Times that wrap to several lines, and panels whose text overflows at the side. */
function squeezed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const broken = [...document.querySelectorAll("time")].filter((time) => time.getClientRects().length > 1);
    const tall = [...document.querySelectorAll("time")].filter((time) => time.offsetHeight > 30);
    const wide = [...document.querySelectorAll("aside *")].filter(
      (part) => getComputedStyle(part).overflowX === "auto" && part.scrollWidth > part.clientWidth + 1,
    );
    return [...broken, ...tall, ...wide].map(({ tagName, className }) => `${tagName}.${className}`);
  });
}

/** Truncated right-to-left texts whose beginning is not visible. */
function cutAtBeginning(page: Page): Promise<{ cut: string[]; seen: number }> {
  return page.evaluate(() => {
    const cut: string[] = [];
    let seen = 0;
    for (const element of document.querySelectorAll('.truncate, [class*="line-clamp-"]')) {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const start = text.textContent?.indexOf("بداية") ?? -1;
        if (start === -1 || element.clientWidth === 0) continue;
        if (element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight) continue;
        seen += 1;
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, start + 5);
        const box = range.getBoundingClientRect();
        const outer = element.getBoundingClientRect();
        if (box.left < outer.left - 1 || box.right > outer.right + 1) cut.push(element.className);
      }
    }
    return { cut, seen };
  });
}

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

test("long words, stacked marks and names stay in their boxes, on every page", async ({ page, webhook }) => {
  test.setTimeout(300_000);
  const keys = [await deliverEverywhere(webhook, long), await deliverEverywhere(webhook, stacked)];
  const paths = [
    "/",
    asTable,
    ...keys.flatMap((key) => [`/conversations/${key}`, `/conversations/${key}?questions=true`]),
    `/compare?a=${keys[0]}&b=${keys[1]}`,
    "/deliveries",
    "/bookmarks",
  ];
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const path of paths) {
      await open(page, path);
      expect.soft(await overflow(page), `${path} at ${size.width}`).toBeLessThanOrEqual(0);
      expect.soft(await leaving(page), `${path} at ${size.width}`).toEqual([]);
      expect.soft(await squeezed(page), `${path} at ${size.width}`).toEqual([]);
    }
  }
});

test("stacked marks do not overlap adjacent lines", async ({ page, webhook }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const plain = conversation({ visitorKey: "visitor-of-marks" });
  const wild = conversation({ visitorKey: "visitor-of-marks" });
  await webhook.deliver(plain.visitorSays("before"), plain.visitorSays("He llo"), plain.visitorSays("after"));
  await webhook.deliver(wild.visitorSays("before"), wild.visitorSays(stacked), wild.visitorSays("after"));
  const picture = async (key: string, text: string) => {
    await open(page, `/conversations/${key}`);
    return page.locator("[data-entry-body]", { hasText: text }).first().screenshot({ animations: "disabled" });
  };
  for (const text of ["before", "after"]) {
    expect((await picture(wild.key, text)).equals(await picture(plain.key, text)), text).toBe(true);
  }
});

test("a right-to-left text is truncated at its end", async ({ page, webhook }) => {
  const key = await deliverEverywhere(webhook, rightToLeft);
  let seen = 0;
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const path of ["/", asTable, `/conversations/${key}`, `/conversations/${key}?questions=true`, "/deliveries"]) {
      await open(page, path);
      const found = await cutAtBeginning(page);
      expect.soft(found.cut, `${path} at ${size.width}`).toEqual([]);
      seen += found.seen;
    }
  }
  expect(seen).toBeGreaterThan(10);
});

test("a visitor's angle brackets are text, and removed markup of a bot's HTML is listed", async ({ page, webhook }) => {
  const { key, visitorSays, botSays } = conversation();
  const typed = "Why does <select> not open inside <form>? See <!-- my note --> here";
  await webhook.deliver(botSays("Hi <iframe src='https://video.example.com/1'></iframe>"), visitorSays(typed));
  await open(page, `/conversations/${key}`);
  await expect(page.locator('[data-message-type="text"]', { hasText: typed })).toHaveCount(1);
  await page.getByRole("button", { name: "Left out: <iframe>" }).click();
  await expect(page.getByRole("dialog", { name: "Event as received" })).toContainText("video.example.com");
  await open(page, `/?q=${encodeURIComponent("<select>")}`);
  await expect(page.locator("main")).toContainText("<select>");
});
