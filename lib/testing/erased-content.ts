import { readFileSync } from "node:fs";
import type { SqliteConnection } from "@/lib/store/connection/sqlite-connection";
import { randomNumbers } from "@/lib/testing/many-conversations";

const word = "canarycanary";

/** Rows and index entries of many sizes that SQLite moves between pages; finally, those with the word are erased. */
export function fillAndErase(connection: SqliteConnection): void {
  const random = randomNumbers(5);
  connection.run(
    "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT, v TEXT); CREATE INDEX i ON t(k); CREATE INDEX j ON t(v)",
  );
  connection.run("BEGIN");
  for (let count = 0; count < 1500; count += 1) {
    const text = random() < 0.3 ? word : "others";
    const value = `${text} `.repeat(1 + Math.floor(random() * random() * 200));
    const id = Math.floor(random() * 1e9);
    connection.run(`INSERT OR REPLACE INTO t VALUES (${id}, '${text}${id}', '${value}')`);
  }
  connection.run("COMMIT");
  connection.run(`DELETE FROM t WHERE id % 2 = 0 AND k LIKE '${word}%'`);
  connection.run(`UPDATE t SET k = 'gone', v = 'gone' WHERE k LIKE '${word}%'`);
}

/** How often it is in the file and its write-ahead log. */
export function occurrences(path: string): number {
  return [path, `${path}-wal`].reduce((sum, file) => sum + readFileSync(file, "latin1").split(word).length - 1, 0);
}
