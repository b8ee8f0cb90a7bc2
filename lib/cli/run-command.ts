import { AppError } from "@/lib/errors/app-error";

/**
 * Runs a command, and exits with 1 on failure: `run` then returns the reason. Errors of the environment, the database and the
 * file system are printed as one line; others with their stack trace.
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
