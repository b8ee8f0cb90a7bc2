// `npm start`, `npm run dev` (--dev), `npm run demo` (--demo); `--build-only` stops after the build.
import { build } from "./build.mjs";
import { prepare } from "./prepare.mjs";
import { serve } from "./serve.mjs";

const isAsked = (flag) => process.argv.includes(flag);

prepare();
if (!isAsked("--dev")) build();
if (!isAsked("--build-only")) await serve({ isDevelopment: isAsked("--dev"), isDemo: isAsked("--demo") });
