import { beforeEach, expect, it, vi } from "vitest";
import { createWebhookToken } from "@/lib/auth/webhook-tokens";
import { describeEachDatabase } from "@/lib/testing/databases";
import { useStore } from "@/lib/testing/use-store";
import { testUser } from "@/lib/testing/viewer";
import { setupState } from "./setup-state";

vi.stubEnv("WEBHOOK_TOKENS", "token-of-the-environment");

describeEachDatabase("the setup", (openStore) => {
  beforeEach(async () => useStore(await openStore()));

  it("shows webhook tokens to admins without a scope only", async () => {
    const { token } = await createWebhookToken(testUser(), "Support Hunt");
    const tokensFor = async (viewer: ReturnType<typeof testUser>) =>
      (await setupState(viewer)).tokens.map((one) => one.token);
    expect(await tokensFor(testUser())).toEqual(["token-of-the-environment", token]);
    expect(await tokensFor(testUser("admin", { bots: ["7"], accounts: null }))).toEqual([null, null]);
  });
});
