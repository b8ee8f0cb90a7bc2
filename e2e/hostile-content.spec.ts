import { expect, test } from "./support/app";
import { conversation } from "./support/webhook";

const attacks = [
  "<script>window.attacked = 1; fetch('https://evil.example.net/script')</script>",
  '<img src="https://evil.example.net/pixel.gif" onerror="window.attacked = 2" onload="window.attacked = 3">',
  '<a href="javascript:window.attacked=4">click me</a> <a href="data:text/html,<script>window.attacked=5</script>">me too</a>',
  '<svg onload="window.attacked=6"><script>window.attacked=7</script></svg>',
  '<iframe src="https://evil.example.net/frame"></iframe><object data="https://evil.example.net/o"></object>',
  '<div style="background:url(https://evil.example.net/style);position:fixed;inset:0;z-index:9999">over everything</div>',
  "![pixel](https://evil.example.net/markdown.gif) [link](javascript:window.attacked=8)",
  "<form action='https://evil.example.net/form'><input autofocus onfocus='window.attacked=9'></form>",
  "\u202egpj.exe \u2066reversed\u2069",
];

test("content from visitors can neither run scripts nor send requests", async ({ page, webhook, server }) => {
  const { key, create, visitorSays, botSays, event, agent } = conversation();
  const image = {
    link: "https://evil.example.net/image.png",
    mime_type: "image/png",
    file_name: "<b onclick=x>photo</b>.png",
  };
  await webhook.deliver(
    create('<img src=x onerror="window.attacked=10">', [{ type: "text", name: "visitor_name", value: attacks[0] }]),
    ...attacks.flatMap((attack) => [visitorSays(attack), botSays(attack)]),
    event("note", { note_by: agent, note: attacks.join("") }),
    event("variables", {
      action_performed_by: agent,
      variables: attacks.map((value, index) => ({ type: "text", name: `v${index}`, value })),
    }),
    event("conversation_labels", {
      action_performed_by: agent,
      action: "added",
      labels: [{ id: 1, name: attacks[1] }],
    }),
    visitorSays({ type: "image", payload: image }),
    visitorSays({ type: "video", payload: { ...image, mime_type: "video/mp4" } }),
    visitorSays({ type: "audio", payload: { ...image, link: "javascript:window.attacked=11" } }),
    botSays({
      type: "carousel",
      payload: { title: attacks[1], items: [{ image: image.link, action: "javascript:window.attacked=12" }] },
    }),
    botSays({
      type: "button",
      payload: {
        title: attacks[0],
        buttons: [{ title: attacks[3], type: "web_url", callback: '{"web_url": "javascript:window.attacked=13"}' }],
      },
    }),
    botSays({ type: "javascript", payload: { script: "window.attacked = 14", execute_at: "client" } }),
    botSays({ type: attacks[0] ?? "", payload: { attacks } }),
  );
  const foreign: string[] = [];
  await page.route("**/*", async (route) => {
    const url = route.request().url();
    if (url.startsWith(server.url) || url.startsWith("blob:") || url.startsWith("data:")) return route.continue();
    foreign.push(url);
    return route.abort();
  });
  for (const path of ["/", `/conversations/${key}`]) {
    await page.goto(path);
    await expect(page.locator("main").first()).toBeVisible();
    if (path !== "/") await expect(page.locator("[data-event-id]").first()).toBeVisible();
    await page.mouse.wheel(0, 20_000);
    await page.waitForTimeout(1500);
    expect(await page.evaluate(() => "attacked" in window)).toBe(false);
    expect(await page.locator("script:not([nonce]):not([src])").count()).toBe(0);
    expect(await page.locator('a[href^="javascript:" i], a[href^="data:" i], iframe, object, embed').count()).toBe(0);
  }
  expect(foreign).toEqual([]);
});
