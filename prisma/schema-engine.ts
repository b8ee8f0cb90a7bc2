import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory, type ErrorRegistry } from "@prisma/driver-adapter-utils";
import type { SchemaContainer, SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Database } from "@/lib/env/database-url";
import { connectionsTo } from "@/lib/store/connection/open-store";
import { engineConnections } from "./engine-connections";
import { prismaFolder } from "./migration-files";

/**
 * Runs `work` with Prisma's schema engine: WebAssembly on top of the project's own verified driver connections, so that no engine
 * binary is needed. Its connections are closed when `work` ends.
 */
export async function withSchemaEngine<Result>(
  database: Database,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const { SchemaEngine } = await load();
  const datamodels = schemaFiles(database.dialect).map(({ path, content }): [string, string] => [path, content]);
  const connections = engineConnections(connectionsTo(database, { max: 1 }));
  const factory = bindMigrationAwareSqlAdapterFactory(connections);
  try {
    const engine = await SchemaEngine.new({ datamodels }, () => {}, factory);
    return await work(engine).finally(() => engine.free());
  } catch (error) {
    throw originalError(error, factory.errorRegistry);
  } finally {
    await connections.close();
  }
}

/** The files that define a dialect's tables. */
export function schemaFiles(dialect: Database["dialect"]): SchemaContainer[] {
  return ["schema.prisma", "models.prisma"].map((name) => {
    const path = join(prismaFolder, dialect, name);
    return { path, content: readFileSync(path, "utf8") };
  });
}

/** An error that passed through the engine becomes "External error id#0": the registry contains the original. */
function originalError(error: unknown, registry: ErrorRegistry): unknown {
  const id = error instanceof Error ? /External error id#(\d+)/.exec(error.message)?.[1] : undefined;
  return id === undefined ? error : (registry.consumeError(Number(id))?.error ?? error);
}

type EngineModule = typeof import("@prisma/schema-engine-wasm");
type EngineExports = WebAssembly.Exports & { __wbindgen_start(): void };

let loaded: Promise<EngineModule> | undefined;

function load(): Promise<EngineModule> {
  loaded ??= instantiate();
  return loaded;
}

/** The package's own entry imports the .wasm as a module, which makes Node print a warning and test runners fail. */
async function instantiate(): Promise<EngineModule> {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  // The bindings' types omit the functions that connect them to the instance.
  const wiring = bindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  wiring.__wbg_set_wasm(instance.exports);
  (instance.exports as EngineExports).__wbindgen_start();
  return bindings;
}
