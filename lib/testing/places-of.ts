import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Store } from "@/lib/store/connection/open-store";

/** The names of tables, or files of SQLite, that contain a text in any case. */
export async function placesOf(store: Store, text: string): Promise<string[]> {
  const { database, records } = store;
  if (database.dialect === "sqlite") {
    const folder = dirname(database.path);
    const own = readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => path.startsWith(database.path));
    return own.filter((path) => readFileSync(path, "latin1").toLowerCase().includes(text));
  }
  const tables = await records.$queryRawUnsafe<{ name: string }[]>(
    "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const found: string[] = [];
  const hex = Buffer.from(text).toString("hex");
  for (const { name } of tables) {
    const rows = await records.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${name}" t WHERE t::text ILIKE '%${text}%' OR t::text LIKE '%${hex}%' LIMIT 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
