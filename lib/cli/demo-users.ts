import { roles } from "@/lib/access/permissions";
import { addAccount } from "@/lib/auth/accounts";
import { readableCode } from "@/lib/auth/passwords/readable-code";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/connection/client";
import { countUsers } from "@/lib/store/records/users";

// Called by `npm run demo`: gives a demo without accounts one user of each role, and prints how to sign in.
if ((await countUsers(store())) === 0) {
  const password = readableCode(4);
  // The server creates an admin of its own from the environment.
  const missing = roles.filter((role) => role !== "admin" || env().adminEmail === null);
  for (const role of missing) {
    const added = await addAccount({ name: `Demo ${role}`, email: `${role}@demo.example`, password, role });
    if (!added.ok) throw new Error(added.message);
  }
  const emails = missing.map((role) => `${role}@demo.example`).join(", ");
  console.log(`\n  Sign in as ${emails}.\n  Password   ${password}\n`);
}
await store().close();
