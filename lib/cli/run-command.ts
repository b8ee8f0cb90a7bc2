import { AppError } from "@/lib/errors/app-error";

/**
 * Does what a command is for, and ends the process with 1 where it could not be done: `run` then gives the reason. Faults of
 * the environment, the database and the file system are told in a line; others are surprises and keep their trace.
 */
export async function runCommand(run: () => string | null | Promise<string | null>): Promise<void> {
  const reason = await Promise.resolve()
    .then(run)
    .catch((error: unknown) => {
      const isExpected = error instanceof AppError || (error instanceof Error && "syscall" in error);
      if (!isExpected) throw error;
      return error.message;
    });
  if (reason === null) return;
  console.error(reason);
  process.exit(1);
}
