import { resolve } from "node:path";

/** npm runs scripts in the project's folder; relative paths refer to the folder from which npm was called. */
export function fromWhereCalled(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
