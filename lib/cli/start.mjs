// `npm start`, `npm run dev` (--dev), `npm run demo` (--demo); `--build-only` stops after the build.
import "./check-node.mjs";

const isAsked = (flag) => process.argv.includes(flag);

async function start() {
  const { prepare } = await import("./prepare.mjs");
  await prepare();
  const { build } = await import("./build.mjs");
  if (!isAsked("--dev")) await build();
  const { serve } = await import("./serve.mjs");
  if (!isAsked("--build-only")) await serve({ isDevelopment: isAsked("--dev"), isDemo: isAsked("--demo") });
}

start();
