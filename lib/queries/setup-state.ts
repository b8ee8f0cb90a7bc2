import "server-only";
import { isEverything } from "@/lib/access/scope";
import type { Setup } from "@/lib/api/schemas/setup";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env/env";
import { readSetup } from "@/lib/store/admin/read-setup";
import { store } from "@/lib/store/connection/client";
import { toWholeText } from "@/lib/store/log/delivery-texts";
import { readRefusedCalls } from "@/lib/store/log/refused-calls";
import { generatedTokenId, readWebhookTokens } from "@/lib/store/records/webhook-tokens";
import { toIso } from "@/lib/time/instant";

/** What is needed to register the webhook, and what has arrived. */
export async function setupState(viewer: Viewer): Promise<Setup> {
  const [setup, refused, made] = await Promise.all([
    readSetup(store(), viewer),
    readRefusedCalls(store()),
    readWebhookTokens(store()),
  ]);
  const { appUrl, webhookTokens } = env();
  // They are for the deliveries of all bots and accounts.
  const shown = (token: string) => (isEverything(viewer.scope) ? token : null);
  const tokens: Setup["tokens"] = [
    ...webhookTokens.map((token, place) => ({
      id: `environment-${place + 1}`,
      name: webhookTokens.length === 1 ? "WEBHOOK_TOKENS" : `WEBHOOK_TOKENS, number ${place + 1}`,
      token: shown(token),
      source: "environment" as const,
    })),
    ...made.map(({ id, name, token }) => ({
      id,
      name,
      token: shown(token),
      source: id === generatedTokenId ? ("generated" as const) : ("settings" as const),
    })),
  ];
  return {
    webhookUrl: `${appUrl}/api/webhook`,
    tokens,
    lastTest:
      setup.lastTest === null
        ? null
        : { at: toIso(setup.lastTest.receivedAt), place: toWholeText(setup.lastTest.tokenPlace) ?? "" },
    firstConversationKey: setup.firstConversationKey,
    eventCount: setup.eventCount,
    refusedCalls: { count: refused.count, lastAt: refused.lastAt === null ? null : toIso(refused.lastAt) },
  };
}
