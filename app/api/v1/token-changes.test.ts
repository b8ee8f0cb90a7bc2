import { beforeAll, expect, it, vi } from "vitest";
import { PATCH as changeUser } from "@/app/api/v1/settings/users/[id]/route";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { POST as addBookmark } from "./bookmarks/route";
import { POST as reprocess } from "./deliveries/[id]/reprocess/route";
import { POST as dismiss } from "./deliveries/dismiss/route";
import { POST as reprocessAll } from "./deliveries/reprocess/route";
import { POST as restore } from "./deliveries/restore/route";
import { POST as addToken } from "./settings/api-tokens/route";
import { POST as changePassword } from "./settings/password/route";
import { DELETE as signOutEverywhere } from "./settings/sessions/route";
import { POST as addUser } from "./settings/users/route";
import { POST as addWebhookToken } from "./settings/webhook-tokens/route";
import { POST as sendSamples } from "./setup/samples/route";
import { POST as addView } from "./views/route";

const token = "token-for-the-tests-of-changes";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const context = { params: Promise.resolve({ id: "1" }) };
const changes: [string, unknown, (request: Request) => Promise<Response>][] = [
  ["bookmarks", { conversationKey: "k" }, addBookmark],
  ["deliveries/1/reprocess", {}, reprocess],
  ["deliveries/dismiss", { ids: ["1"] }, dismiss],
  ["deliveries/reprocess", { ids: ["1"] }, reprocessAll],
  ["deliveries/restore", { ids: ["1"] }, restore],
  ["settings/api-tokens", { name: "mine" }, (request) => addToken(request, undefined)],
  ["settings/password", { currentPassword: "x", newPassword: "y" }, (request) => changePassword(request, undefined)],
  ["settings/sessions", {}, (request) => signOutEverywhere(request, undefined)],
  ["settings/users", { name: "E", email: "e@example.com", role: "admin" }, (request) => addUser(request, undefined)],
  ["settings/users/1", { role: "admin" }, (request) => changeUser(request, context)],
  ["settings/webhook-tokens", { name: "mine" }, (request) => addWebhookToken(request, undefined)],
  ["setup/samples", {}, sendSamples],
  ["views", { name: "Mine", search: "", settings: "{}" }, addView],
];

describeEachDatabase("an API token that claims to come from our own page", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    await deliver(store, "not JSON");
  });

  it.each(changes)("changes nothing at %s", async (path, body, change) => {
    const headers = {
      authorization: `Bearer ${token}`,
      origin: "http://localhost:3000",
      host: "localhost:3000",
      "content-type": "application/json",
    };
    const url = `http://localhost:3000/api/v1/${path}`;
    const response = await change(new Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: expect.stringContaining("API tokens only read") });
    const { delivery, user, apiToken, webhookToken, savedView, conversation } = store.reader;
    const rows = [user.count(), apiToken.count(), webhookToken.count(), savedView.count(), conversation.count()];
    expect(await Promise.all(rows)).toEqual([0, 0, 0, 0, 0]);
    expect(await delivery.findMany()).toMatchObject([{ resolution: "open" }]);
  });
});
