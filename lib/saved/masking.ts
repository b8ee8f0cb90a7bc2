import "server-only";
import type { Masking } from "@/lib/api/schemas/privacy/masking";
import { audit, type Change } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import { requirePermission } from "@/lib/auth/require-permission";
import { requireWholeScope } from "@/lib/auth/require-whole-scope";
import type { UserViewer } from "@/lib/auth/viewer";
import { isPersonalByDefault } from "@/lib/masking/masking-settings";
import { readMasking } from "@/lib/queries/privacy/read-masking";
import { store } from "@/lib/store/connection/client";
import { readMaskedVariables, saveMaskingSettings } from "@/lib/store/masking/masking-settings";
import { readRevealAllowed, saveRevealAllowed } from "@/lib/store/masking/reveals";
import { rebuildInBackground } from "@/lib/store/projections/rebuild/rebuild-in-background";
import { changeAccounts } from "@/lib/store/records/change-accounts";
import type { Records } from "@/lib/store/records/in-transaction";

interface MaskingChange {
  variables?: Record<string, boolean> | undefined;
  reveal?: boolean | undefined;
}

/**
 * Changes which variables are personal, for all conversations, or whether conversations may be unmasked. Masks are derived again in
 * the background.
 *
 * @throws AppError forbidden if the viewer has a scope; for `reveal`, also without the permission `manage`
 */
export async function changeMasking(viewer: UserViewer, { variables, reveal }: MaskingChange): Promise<Masking> {
  requireWholeScope(viewer);
  if (reveal !== undefined) requirePermission(viewer, "manage");
  await changeAccounts(store(), async (within) => {
    const changes = [
      ...(variables === undefined ? [] : [await changeVariables(within, variables)]),
      ...(reveal === undefined ? [] : [await changeReveal(within, reveal)]),
    ];
    await audit(within, actorOf(viewer), ...changes);
  });
  if (variables !== undefined) void rebuildInBackground(store());
  return readMasking(viewer);
}

async function changeVariables(within: Records, changed: Record<string, boolean>): Promise<Change> {
  const before = await readMaskedVariables(within);
  const all = Object.entries({ ...before, ...changed });
  const after = Object.fromEntries(all.filter(([name, isPersonal]) => isPersonal !== isPersonalByDefault(name)));
  await saveMaskingSettings(within, { variables: after });
  return { action: "setting.change", subject: { type: "setting", id: "masking" }, detail: { before, after } };
}

async function changeReveal(within: Records, after: boolean): Promise<Change> {
  const before = await readRevealAllowed(within);
  await saveRevealAllowed(within, after);
  return { action: "setting.change", subject: { type: "setting", id: "reveal" }, detail: { before, after } };
}
