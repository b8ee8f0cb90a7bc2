import { expect, it } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { describeEachDatabase } from "@/lib/testing/databases";
import { migrate } from "./migrate";
import { schemaDifference } from "./schema-difference";
import { schemaFiles, withSchemaEngine } from "./schema-engine";

describeEachDatabase("migrations", (openStore, createDatabase) => {
  it("create exactly the tables of models.prisma", async () => {
    expect(await difference(await createDatabase())).toBe("");
  });

  it("are applied once", async () => {
    expect(await migrate(await createDatabase())).toEqual([]);
  });

  it("start the writer's clock", async () => {
    const { reader } = await openStore();
    expect(await reader.writerClock.findMany()).toHaveLength(1);
  });
});

function difference(database: Database): Promise<string> {
  const { dialect } = database;
  return withSchemaEngine(database, (engine) =>
    schemaDifference(engine, dialect, { tag: "schemaDatasource", files: schemaFiles(dialect), configDir: "." }),
  );
}
