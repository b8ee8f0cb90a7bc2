import "server-only";
import type { z } from "zod";
import type { eventWithRaw } from "@/lib/api/schemas/event";
import type { Viewer } from "@/lib/auth/viewer";
import { readId } from "@/lib/queries/read-id";
import { notFound, type Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { toEvent } from "@/lib/store/log/read-log";
import { readStoredEvent } from "@/lib/store/reads/read-stored-event";

/** One event with the exact text received. */
export async function eventById(viewer: Viewer, text: string): Promise<z.output<typeof eventWithRaw> | Refusal> {
  const id = readId(text);
  const row = id === null ? null : await readStoredEvent(store(), viewer, id);
  return row === null ? notFound("event with this id") : { ...toEvent(row), raw: row.raw };
}
