import { startPostgres } from "./start-postgres";

// For `npm test`: prints the address of a Postgres that runs until standard input ends.
const { url, stop } = await startPostgres();
console.log(url);
process.stdin.resume();
process.stdin.on("end", async () => {
  await stop();
  process.exit(0);
});
