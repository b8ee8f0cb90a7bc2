import { expect, test } from "./support/app";
import { conversation } from "./support/webhook";

test("a search links to the message, and to the next match", async ({ page, webhook }) => {
  const word = `Ｋettle${Date.now()}`;
  const typed = word.replace("Ｋ", "k");
  const told = conversation();
  const filler = Array.from({ length: 30 }, (_, place) => told.botSays(`Line ${place}`));
  await webhook.deliver(
    told.create("About a purchase"),
    ...filler,
    told.visitorSays(`My ${word} broke`),
    ...filler.map((_, place) => told.botSays(`Later ${place}`)),
    told.agentSays(`Another ${word} is on its way`),
    told.visitorSays("Thanks"),
  );
  await page.goto("/");
  await page.getByRole("combobox", { name: "Search conversations" }).fill(typed);
  const row = page.locator(`a[data-conversation-key="${told.key}"]`);
  await expect(row.locator("mark")).toHaveText(word);
  await expect(row).toContainText("2 hits");
  await row.click();

  await expect(page).toHaveURL(/[?&]event=\d+&find=/);
  const find = page.getByRole("textbox", { name: "Find in this conversation" });
  await expect(find).toHaveValue(typed);
  const current = page.locator("[data-current]");
  await expect(current).toContainText(`My ${word} broke`);
  await expect(current).toBeInViewport();
  await expect(page.getByText("1 of 2")).toBeVisible();
  await page.getByRole("button", { name: "Next match" }).click();
  await expect(page.getByText("2 of 2")).toBeVisible();
  await expect(page.locator("[data-hit]")).toContainText(`Another ${word} is on its way`);
  await expect(page.locator("[data-hit]")).toBeInViewport();
});
