import { store } from "@/lib/store/client";
import { rebuildInBackground } from "@/lib/store/projections/rebuild-in-background";

// A process that does nothing but rebuild, to be killed.
await rebuildInBackground(store());
process.exit(0);
