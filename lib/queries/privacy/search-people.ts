import "server-only";
import type { Person } from "@/lib/api/schemas/privacy/person-request";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { findPeople, readPeople } from "@/lib/store/reads/find-people";
import { toIso } from "@/lib/time/instant";
import { requirePeople } from "./require-people";

const mostPeople = 50;

/** Visitors that may be the person called `text`: by key, e-mail address, phone number or name. @throws AppError forbidden */
export async function searchPeople(viewer: Viewer, text: string): Promise<{ data: Person[]; hasMore: boolean }> {
  requirePeople(viewer);
  const found = await findPeople(store(), viewer, text);
  const isExact = (key: string) => [...(found.get(key) ?? [])].some((match) => match !== "name");
  const exact = await readPeople(store(), viewer, [...found.keys()].filter(isExact), mostPeople + 1);
  const byName = await readPeople(
    store(),
    viewer,
    [...found.keys()].filter((key) => !isExact(key)),
    mostPeople + 1,
  );
  const rows = [...exact, ...byName];
  return {
    data: rows.slice(0, mostPeople).map(({ lastSeenAt, ...row }) => ({
      ...row,
      lastSeenAt: toIso(lastSeenAt),
      matches: [...(found.get(row.key) ?? [])],
    })),
    hasMore: rows.length > mostPeople,
  };
}
