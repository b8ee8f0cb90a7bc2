import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { syncToDisk } from "@/lib/store/admin/backup-sqlite";
import type { Destination } from "./destination";

/** Backups as files in a folder. */
export class FolderDestination implements Destination {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = resolve(folder);
  }

  async put(file: string, name: string): Promise<void> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const partial = join(this.#folder, `${name}.partial`);
    try {
      copyFileSync(file, partial, constants.COPYFILE_FICLONE);
      syncToDisk(partial);
      renameSync(partial, join(this.#folder, name));
      syncToDisk(this.#folder);
    } finally {
      rmSync(partial, { force: true });
    }
  }

  async get(name: string, file: string): Promise<void> {
    copyFileSync(join(this.#folder, name), file, constants.COPYFILE_EXCL);
  }

  async names(): Promise<string[]> {
    return existsSync(this.#folder) ? readdirSync(this.#folder) : [];
  }

  async remove(name: string): Promise<void> {
    rmSync(join(this.#folder, name));
  }

  describe(name: string): string {
    return join(this.#folder, name);
  }
}
