import { env } from "@/lib/env/env";
import { AppError } from "@/lib/errors/app-error";
import { migrate } from "@/prisma/migrate";

// `npm run migrate`: brings the database of DATABASE_URL up to date.
try {
  const applied = await migrate(env().database);
  console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
  process.exit(0);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exit(1);
}
