import { env, variableNames } from "@/lib/env/env";
import { misspelled } from "@/lib/env/misspelled";
import { reapplyErasures } from "@/lib/erasure/reapply";
import { AppError } from "@/lib/errors/app-error";
import { announce, announceFailure } from "@/lib/log/log";
import { vacuumOnce } from "@/lib/store/admin/vacuum-once";
import { withStore } from "@/lib/store/admin/with-store";
import { migrate } from "@/prisma/migrate";

// `npm run migrate`, and the first step of every start: validates the environment and upgrades the database.
const interruption = new AbortController();
const exitCodes = { SIGINT: 130, SIGTERM: 143 };
let exitCode = 1;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    exitCode = exitCodes[signal];
    interruption.abort();
  });
}

try {
  for (const warning of misspelled(Object.keys(process.env), variableNames))
    announce(`Warning: ${warning}`, {}, "warn");
  const { database } = env();
  const applied = await migrate(database, undefined, { signal: interruption.signal, tell: announce });
  const notRewritten = database.dialect === "sqlite" ? vacuumOnce(database.path, announce) : null;
  if (notRewritten !== null) announce(`Warning: ${notRewritten}`, {}, "warn");
  await withStore(database, (store) => reapplyErasures(store, announce));
  announce(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
  process.exit(0);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  announceFailure(error);
  process.exit(exitCode);
}
