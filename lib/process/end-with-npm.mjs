/**
 * Ends this process, as SIGTERM does, when npm has ended. npm passes a signal on to the shell in which it runs a script, and the shell
 * ends without passing it on: the script would go on without anybody knowing of it.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  timer.unref();
}
