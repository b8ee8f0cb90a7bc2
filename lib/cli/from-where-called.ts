import { resolve } from "node:path";

/** npm runs scripts in the project's folder; a relative path is meant from where npm was called. */
export function fromWhereCalled(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
