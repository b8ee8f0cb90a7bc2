/**
 * Ends this process, like SIGTERM, when npm has ended. npm passes a signal to the shell in which it runs a script, and the shell
 * ends without passing it on: the script would keep running unnoticed.
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
