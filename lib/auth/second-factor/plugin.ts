import "server-only";
import { twoFactor } from "better-auth/plugins/two-factor";
import { readableCode } from "@/lib/auth/passwords/readable-code";

const backupCodes = 10;

/** Better Auth's plugin for authenticator apps and backup codes. take-code and the sign-in limit add what it lacks. */
export function secondFactorPlugin() {
  return twoFactor({
    issuer: "Playhead",
    backupCodeOptions: {
      storeBackupCodes: "encrypted",
      customBackupCodesGenerate: () => Array.from({ length: backupCodes }, () => readableCode(3)),
    },
  });
}

/** The plugin's paths for the second step of signing in. */
export const codePaths = { totp: "/two-factor/verify-totp", backup: "/two-factor/verify-backup-code" } as const;

/**
 * A code as it was issued, however it was typed: six digits of an app, or a backup code of three groups. Every spelling of a code
 * is the same code, so that none can be used twice.
 */
export function readCode(typed: string): { path: (typeof codePaths)[keyof typeof codePaths]; code: string } {
  const plain = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Dash}\p{Cf}]/gu, "");
  if (/^\d{6}$/.test(plain)) return { path: codePaths.totp, code: plain };
  return { path: codePaths.backup, code: plain.replace(/(.{4})(?=.)/g, "$1-") };
}
