import { startPostgres } from "@/lib/testing/postgres/start-postgres";

/** Starts a Postgres for the run unless `TEST_POSTGRES_URL` is set; workers inherit its address. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_POSTGRES_URL) return undefined;
  const { url, stop } = await startPostgres();
  process.env.TEST_POSTGRES_URL = url;
  return stop;
}
