import { expect, test } from "./support/app";
import { overflow, seriousFindings } from "./support/look";

// A job is dead after 17 minutes of failures, so the page is told that one is.
test("a job that has failed too often is retried", async ({ page }) => {
  let isDead = true;
  let retried: unknown = null;
  await page.route("**/api/v1/settings/jobs", async (route) => {
    const response = await route.fetch();
    const { data } = await response.json();
    const failed = { state: "dead", attempts: 10, error: "The erasure journal cannot be written: EACCES" };
    const told = data.map((job: object) => (isDead ? { ...job, ...failed } : job));
    await route.fulfill({ response, json: { data: told } });
  });
  await page.route("**/api/v1/settings/jobs/retry", async (route) => {
    retried = route.request().postDataJSON();
    isDead = false;
    await route.fulfill({ json: { ok: true } });
  });
  await page.goto("/settings/system");
  const job = page.getByRole("list", { name: "Jobs" }).getByRole("listitem").filter({ hasText: "Retention" });
  await expect(job).toContainText("Failed too often");
  await expect(job).toContainText("10 failures");
  await expect(job).toContainText("The erasure journal cannot be written");
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBe(0);
  await job.getByRole("button", { name: "Retry Retention" }).click();
  await expect(job).not.toContainText("Failed too often");
  await expect(job.getByRole("button")).toBeHidden();
  expect(retried).toEqual({ kind: "retention", key: "" });
});
