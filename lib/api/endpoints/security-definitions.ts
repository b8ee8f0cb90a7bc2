import { done } from "@/lib/api/schemas/done";
import {
  backupCodes,
  secondFactorCode,
  secondFactorPassword,
  secondFactorSetup,
} from "@/lib/api/schemas/second-factor";
import { security, securityChange } from "@/lib/api/schemas/security";
import { define } from "./definition";
import { endpoints } from "./endpoints";

const tag = "Settings";

export const securityDefinitions = {
  startSecondFactor: define(endpoints.startSecondFactor, {
    tag,
    summary: "Set up a second factor",
    description:
      "Returns the secret for an authenticator app and backup codes, which are in this answer only. They have no effect until they are confirmed.",
    body: secondFactorPassword,
    answer: secondFactorSetup,
    errors: [409],
  }),
  confirmSecondFactor: define(endpoints.confirmSecondFactor, {
    tag,
    summary: "Confirm a second factor",
    description:
      "Turns it on with a code from the app. The answer sets the cookie of a new session. Each code works once.",
    body: secondFactorCode,
    answer: done,
    errors: [409],
  }),
  renewBackupCodes: define(endpoints.renewBackupCodes, {
    tag,
    summary: "Replace your backup codes",
    description: "The earlier ones stop working. The new ones are in this answer only.",
    body: secondFactorPassword,
    answer: backupCodes,
    errors: [409],
  }),
  removeSecondFactor: define(endpoints.removeSecondFactor, {
    tag,
    summary: "Remove your second factor",
    description: "The answer sets the cookie of a new session.",
    body: secondFactorPassword,
    answer: done,
  }),
  resetSecondFactor: define(endpoints.resetSecondFactor, {
    tag,
    summary: "Remove a user's second factor",
    description: "For someone who has lost their device and backup codes. The user is signed out.",
    answer: done,
    errors: [404],
  }),
  getSecurity: define(endpoints.getSecurity, {
    tag,
    summary: "Read the security settings",
    description: "Also asks the identity provider whether it answers.",
    answer: security,
  }),
  updateSecurity: define(endpoints.updateSecurity, {
    tag,
    summary: "Change the security settings",
    description:
      "Signing in with a password can be switched off by an admin whose account is linked with the identity provider.",
    body: securityChange,
    answer: done,
    errors: [409],
  }),
};
