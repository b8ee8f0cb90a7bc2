import { expect, test } from "./support/app";
import { conversation } from "./support/webhook";

test("the visitor's page lists all conversations and links to each event", async ({ page, webhook }) => {
  const first = conversation({ visitorKey: `person-${Date.now()}`, startedAt: "2026-11-18T09:00:00Z" });
  const visitorKey = first.visitorSays("").visitor.key;
  const second = conversation({ visitorKey, startedAt: "2026-11-20T09:00:00Z" });
  const plan = (told: typeof first, value: string) =>
    told.event("variables", { variables: [{ type: "text", name: "visitor_plan", value }] });
  await webhook.deliver(
    first.create("About the kettle"),
    first.visitorSays("My kettle broke"),
    plan(first, "free"),
    second.create("About the toaster"),
    plan(second, "pro"),
    second.visitorSays("Now the toaster too"),
  );
  await page.goto(`/visitors/${visitorKey}`);
  await expect(page.locator("[data-event-id]")).toHaveCount(6);
  await expect(page.locator('[data-event-type="message"]')).toContainText(["My kettle broke", "Now the toaster too"]);
  await expect(page.getByRole("heading", { level: 3 })).toHaveText(["About the kettle", "About the toaster"]);

  const variable = page.locator('[data-variable="visitor_plan"]');
  await expect(variable).toContainText("pro");
  await variable.getByRole("button").click();
  await expect(variable.getByRole("listitem")).toContainText(["pro", "free"]);
  await variable.getByRole("link", { name: /free/ }).click();
  await expect(page).toHaveURL(new RegExp(`/conversations/${first.key}\\?event=\\d+`));
});

test("a conversation leads to the visitor's previous and next one, also from the palette", async ({
  page,
  webhook,
}) => {
  const first = conversation({ visitorKey: `walker-${Date.now()}`, startedAt: "2026-11-18T09:00:00Z" });
  const visitorKey = first.visitorSays("").visitor.key;
  const others = ["2026-11-19T09:00:00Z", "2026-11-20T09:00:00Z"].map((startedAt) =>
    conversation({ visitorKey, startedAt }),
  );
  const told = [first, ...others];
  // The last message decides the order of the list, not of the visitor's conversations.
  await webhook.deliver(
    ...told.map((one, index) => one.create(`Number ${index + 1}`)),
    ...told.toReversed().map((one) => one.visitorSays("Hello")),
  );
  await page.goto(`/conversations/${others[0]?.key}`);
  const title = page.getByRole("heading", { level: 1 });
  await page.getByRole("link", { name: "Visitor’s previous conversation" }).click();
  await expect(title).toHaveText("Number 1");
  await expect(page.getByRole("link", { name: "Visitor’s previous conversation" })).toHaveCount(0);
  for (const name of ["Number 2", "Number 3"]) {
    // The command exists once the visitor's conversations have been loaded.
    await expect(page.getByRole("link", { name: "Visitor’s next conversation" })).toBeVisible();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search and commands" }).fill("next conversation");
    await page.keyboard.press("Enter");
    await expect(title).toHaveText(name);
  }
  await expect(page.getByRole("link", { name: "Visitor’s next conversation" })).toHaveCount(0);
});
