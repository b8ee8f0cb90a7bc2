import "server-only";
import type { PrivacyKey } from "@/lib/api/schemas/privacy/privacy-key";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { Viewer } from "@/lib/auth/viewer";
import { publicKeyOf } from "@/lib/erasure/receipt";
import { store } from "@/lib/store/connection/client";
import { signingKeyOf } from "@/lib/store/erasure/signing-key";

/**
 * The public key of receipts.
 *
 * @throws AppError forbidden without the permission `privacy`, or with a scope
 */
export async function privacyKey(viewer: Viewer): Promise<PrivacyKey> {
  requirePermissionForAll(viewer, "privacy");
  return { algorithm: "Ed25519", publicKey: publicKeyOf(await signingKeyOf(store())) };
}
