import type { DiffTarget, SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Dialect } from "@/lib/env/database-url";
import { schemaFiles } from "./schema-engine";
import { searchTables } from "./search-tables";

/**
 * The SQL that migrates `from` to models.prisma; empty if they are equal. Ignores what migrations create by hand: the search
 * tables, and the indexes named `…_trigrams`, `…_partial` and `…_order`.
 */
export async function schemaDifference(engine: SchemaEngine, dialect: Dialect, from: DiffTarget): Promise<string> {
  const { stdout } = await engine.diff({
    from,
    to: { tag: "schemaDatamodel", files: schemaFiles(dialect) },
    script: true,
    exitCode: null,
    filters: { externalTables: searchTables(dialect), externalEnums: [] },
  });
  const steps = (stdout ?? "").split(/\n(?=-- )/).map((step) => step.trim());
  return steps
    .filter((step) => step !== "" && !isNothing(step) && !/^DROP INDEX ".*_(?:trigrams|partial|order)";$/m.test(step))
    .join("\n\n");
}

function isNothing(step: string): boolean {
  return step === "-- This is an empty migration.";
}
