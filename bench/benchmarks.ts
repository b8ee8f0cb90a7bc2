import { measureAccessLog } from "./access-log";
import { measureBatches } from "./batches";
import { measureDeliveries } from "./deliveries";
import { measureDisk } from "./disk";
import { measureExport } from "./export";
import { measureExportMemory } from "./export-memory";
import type { Figure } from "./figure";
import { measureImport } from "./import";
import { measureInspector } from "./inspector";
import { measureLists } from "./lists";
import { measureLongConversation } from "./long-conversation";
import { measureMemory } from "./memory";
import { measureOpenInboxes } from "./open-inboxes";
import { measurePageWeight } from "./page-weight";
import { measureWorstTexts } from "./worst-texts";

export interface BenchmarkOptions {
  /** Includes the sizes that take long. */
  full: boolean;
}

/** By the name for `--only`. */
export const benchmarks: Record<string, (options: BenchmarkOptions) => Promise<Figure[]>> = {
  deliveries: () => measureDeliveries("sqlite"),
  "deliveries-postgres": () => measureDeliveries("postgresql"),
  "open-inboxes": () => measureOpenInboxes("sqlite"),
  "open-inboxes-postgres": () => measureOpenInboxes("postgresql"),
  batches: measureBatches,
  export: measureExport,
  "export-memory": (options) => measureExportMemory("sqlite", options),
  "export-memory-postgres": (options) => measureExportMemory("postgresql", options),
  import: (options) => measureImport("sqlite", options),
  "import-postgres": (options) => measureImport("postgresql", options),
  "long-conversation": () => measureLongConversation("sqlite"),
  "long-conversation-postgres": () => measureLongConversation("postgresql"),
  memory: measureMemory,
  disk: () => measureDisk("sqlite"),
  "disk-postgres": () => measureDisk("postgresql"),
  inspector: measureInspector,
  "page-weight": measurePageWeight,
  "worst-texts": measureWorstTexts,
  "access-log": () => measureAccessLog("sqlite"),
  "access-log-postgres": () => measureAccessLog("postgresql"),
  lists: (options) => measureLists("sqlite", options),
  "lists-postgres": (options) => measureLists("postgresql", options),
};
