import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Mounts a small disk, empty for each attempt of the test. */
export function mountDisk(megabytes = 16): { folder: string; unmount(): void } {
  const folder = mkdtempSync(join(tmpdir(), "playhead-full-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  const unmount = () => {
    spawnSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  if (mounted.status === 0) return { folder, unmount };
  rmSync(folder, { recursive: true, force: true });
  throw new Error(String(mounted.stderr ?? mounted.error).trim());
}

/** Uses all space except `left` bytes, or all of it if other writers are faster. */
export function fillDisk(file: string, folder: string, left: number): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  }
}

/** Why no small disk can be mounted here; null if one can. */
export function whyNoDisk(): string | null {
  try {
    mountDisk().unmount();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
