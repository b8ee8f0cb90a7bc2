"use client";

import { useEffect, useRef, useState } from "react";
import type { ExportFormat } from "@/lib/api/schemas/export";
import { countParts } from "./count-parts";
import { receiveFile } from "./receive-file";

export type ExportState =
  | { phase: "idle" }
  | { phase: "running"; parts: number }
  | { phase: "done"; fileName: string }
  | { phase: "failed"; message: string };

export interface ExportOrder {
  format: ExportFormat;
  /** The URL of the operation `exportConversations`. */
  url: string;
}

const fileNames: Record<ExportFormat, string> = {
  csv: "conversations.csv",
  jsonl: "events.jsonl",
  zip: "transcripts.zip",
};

/** Downloads an export and saves it when complete; if it is cancelled or fails, nothing is saved. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ phase: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start({ format, url }: ExportOrder) {
    const controller = new AbortController();
    running.current = controller;
    setState({ phase: "running", parts: 0 });
    let told = 0;
    try {
      const file = await receiveFile({
        url,
        count: countParts(format),
        signal: controller.signal,
        onProgress: (parts) => {
          if (performance.now() - told < 100) return;
          told = performance.now();
          setState({ phase: "running", parts });
        },
      });
      save(file, fileNames[format]);
      setState({ phase: "done", fileName: fileNames[format] });
    } catch (error) {
      if (controller.signal.aborted) return;
      const reason =
        error instanceof TypeError ? "The connection was lost." : String(error instanceof Error && error.message);
      setState({ phase: "failed", message: `${reason} Nothing was saved.` });
    }
  }

  function cancel() {
    running.current?.abort();
    setState({ phase: "idle" });
  }

  return { state, start, cancel };
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // By then, the browser has started saving the file.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
