import { runChild } from "../process/run-child.mjs";

/** npm's timeout for a response, and the timeout for npm itself, which starts slowly on a busy machine. */
const answerMs = 10_000;
const patienceMs = 17_000;

/**
 * Exits with a message if npm cannot reach its registry: npm itself would retry for minutes. Any response of the registry is
 * sufficient, and so is a cache if npm is configured to be offline.
 */
export async function requireRegistry() {
  if (process.env.npm_config_offline === "true") return;
  const args = ["ping", "--fetch-retries=0", `--fetch-timeout=${answerMs}`, "--loglevel=error"];
  const { code, kept } = await runChild("npm", args, { output: "all", timeout: patienceMs });
  if (code === 0) return;
  if (code === 127) {
    console.error(
      "Playhead installs its packages with npm, which was not found: install Node.js with npm from https://nodejs.org.",
    );
    process.exit(1);
  }
  const reason = unreachable.exec(kept)?.[0];
  if (reason === undefined) return;
  console.error(
    `Playhead cannot install its packages, because npm does not reach its registry (${reason}): connect to the network, or ` +
      "set the proxy or the registry in npm's configuration, and run this again.",
  );
  process.exit(1);
}

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/;
