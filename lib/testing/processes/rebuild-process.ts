import { store } from "@/lib/store/connection/client";
import { rebuildInBackground } from "@/lib/store/projections/rebuild/rebuild-in-background";

// A process that only rebuilds, to be killed.
await rebuildInBackground(store());
process.exit(0);
