// `node lib/cli/run.mjs NAME …` runs lib/cli/NAME.ts under the pinned Node, on a fresh clone too.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { childEnvironment, prepare, root } from "./prepare.mjs";
import { memoryFlags } from "./production-command.mjs";

prepare({ runtimeOnly: process.env.NODE_ENV === "production" });
// The same settings as the server has: lib/cli/serve.mjs.
if (existsSync(path.join(root, ".env"))) process.loadEnvFile(path.join(root, ".env"));

const [name = "", ...args] = process.argv.slice(2);
const script = path.join(root, "lib", "cli", `${path.basename(name)}.ts`);
const loader = [...memoryFlags, "--conditions=react-server", "--import", "tsx", script, ...args];
const child = spawn(process.execPath, loader, { stdio: "inherit", env: childEnvironment(), cwd: process.cwd() });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
