import { defineConfig } from "prisma/config";

// `prisma generate` asks for the schema engine's path before any command but never runs it:
// any executable satisfies the check, and nothing is downloaded. Migrations go through prisma/migrate.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({});
