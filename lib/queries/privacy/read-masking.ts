import "server-only";
import type { Masking } from "@/lib/api/schemas/privacy/masking";
import { requireWholeScope } from "@/lib/auth/require-whole-scope";
import type { Viewer } from "@/lib/auth/viewer";
import { isPersonalVariable } from "@/lib/masking/masking-settings";
import { store } from "@/lib/store/connection/client";
import { readMaskingSettings } from "@/lib/store/masking/masking-settings";
import { readRevealAllowed } from "@/lib/store/masking/reveals";
import { listVariableNames } from "@/lib/store/reads/list-values";

const mostNames = 5000;

/**
 * Which variables are personal: those in conversations, and those in the settings, which are of all conversations; and whether
 * conversations may be unmasked.
 *
 * @throws AppError forbidden if the viewer has a scope
 */
export async function readMasking(viewer: Viewer): Promise<Masking> {
  requireWholeScope(viewer);
  const [{ settings }, reveal] = await Promise.all([readMaskingSettings(store()), readRevealAllowed(store())]);
  const names = [...(await listVariableNames(store(), viewer, mostNames)), ...Object.keys(settings.variables)];
  return {
    variables: Object.fromEntries([...new Set(names)].sort().map((name) => [name, isPersonalVariable(settings, name)])),
    reveal,
  };
}
