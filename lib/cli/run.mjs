// `node lib/cli/run.mjs NAME …` runs lib/cli/NAME.ts with the pinned Node, on a fresh clone too.
import "./check-node.mjs";

async function run([name = "", ...args]) {
  const { prepare, root } = await import("./prepare.mjs");
  await prepare({ runtimeOnly: process.env.NODE_ENV === "production" });
  const { loadEnvironment } = await import("./load-environment.mjs");
  loadEnvironment(root);
  const { cliCommand } = await import("./cli-command.mjs");
  const { memoryFlags } = await import("../process/production-command.mjs");
  const { runChild } = await import("../process/run-child.mjs");
  const { basename } = await import("node:path");
  const command = [...memoryFlags, ...cliCommand(basename(name), ...args)];
  process.exit((await runChild(process.execPath, command, { cwd: process.cwd() })).code);
}

run(process.argv.slice(2));
