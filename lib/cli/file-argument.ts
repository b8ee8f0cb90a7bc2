import { parseArgs } from "node:util";

/** The command's only file argument, and whether `--force` is given. Otherwise prints the usage and exits. */
export function fileArgument(usage: string, { force = false } = {}): { file: string; isForced: boolean } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean" }, ...(force && { force: { type: "boolean" } }) },
  });
  const [file] = positionals;
  if (values.help || file === undefined || positionals.length > 1) {
    console.log(usage);
    process.exit(values.help ? 0 : 2);
  }
  return { file, isForced: "force" in values && values.force === true };
}
