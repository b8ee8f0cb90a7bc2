import type { BenchServer } from "./server";

const newline = 0x0a;

/** The result of a complete export. */
export interface ExportReading {
  bytes: number;
  lines: number;
}

/** Reads an export to its end, as fast as possible, without keeping it. @throws Error if it is truncated */
export async function readExport(server: BenchServer, query: string, signal?: AbortSignal): Promise<ExportReading> {
  const reading = { bytes: 0, lines: 0 };
  for await (const piece of await openExport(server, query, signal)) {
    reading.bytes += piece.length;
    for (let at = piece.indexOf(newline); at !== -1; at = piece.indexOf(newline, at + 1)) reading.lines += 1;
  }
  return reading;
}

/** The bytes of an export, as a stream. @throws Error if the server does not start it */
export async function openExport(
  { url, apiToken }: BenchServer,
  query: string,
  signal?: AbortSignal,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const headers = { authorization: `Bearer ${apiToken}` };
  const response = await fetch(`${url}/api/v1/export?${query}`, { headers, signal: signal ?? null });
  if (!response.ok || response.body === null) throw new Error(`The export answered ${response.status}.`);
  return response.body;
}
