import "server-only";
import { env } from "@/lib/env/env";
import { ensureEnvironmentAdmin, firstAccountCode } from "./first-account";

/** Before the first request: makes the environment's admin, else prints how to create the first account while there is none. */
export async function prepareAccounts(): Promise<void> {
  await ensureEnvironmentAdmin();
  const code = await firstAccountCode();
  if (code === null) return;
  // Behind the #, the code reaches no server's log.
  const link = `${env().appUrl}/sign-in#code=${code}`;
  console.log(`\n  Nobody has an account yet. Create the first one:\n  ${link}\n  with the code ${code}\n`);
}
