import "server-only";
import type { Cohort } from "@/lib/analytics/narrow";
import type { People } from "@/lib/api/schemas/analytics";
import type { Viewer } from "@/lib/auth/viewer";
import { Refusal } from "@/lib/queries/refusal";
import { countPeople } from "@/lib/store/analytics/count-people";
import { store } from "@/lib/store/connection/client";
import { listAssignees } from "@/lib/store/reads/list-assignees";
import { now, toIso } from "@/lib/time/instant";
import { Cells } from "./cells";
import { type CohortRequest, readCohort } from "./read-cohort";

/** What each person did in the conversations of a period. */
export async function listPeople(viewer: Viewer, request: CohortRequest): Promise<People | Refusal> {
  const at = now();
  const cohort = readCohort(request, at);
  if (cohort instanceof Refusal) return cohort;
  const known = new Map((await listAssignees(store(), viewer)).map((one) => [one.assigneeId, one]));
  const cells = new Cells(viewer);
  const counted = (await countPeople(store(), viewer, cohort)).sort(
    (a, b) => b.conversations - a.conversations || (a.person < b.person ? -1 : 1),
  );
  const data = counted.map(async ({ person, conversations, messages, pending, replies, closes }) => {
    const { assigneeName = null, assigneeEmail = null } = known.get(person) ?? {};
    const wrote = whereAll(cohort, "repliedBy.all", person);
    const answered = whereAll(cohort, "answeredBy.all", person);
    return {
      ...{ id: person, name: assigneeName, email: assigneeEmail },
      conversations: await cells.count(wrote, conversations, pending),
      messages: await cells.count(wrote, messages, pending),
      replyTime: await cells.duration(answered, replies, pending),
      closes: await cells.count(closedBy(cohort, person), closes, 0),
    };
  });
  return { asOf: toIso(at), data: await Promise.all(data) };
}

function whereAll(cohort: Cohort, name: "repliedBy.all" | "answeredBy.all", person: string): Cohort {
  const { filters } = cohort;
  return { ...cohort, filters: { ...filters, [name]: [...new Set([...filters[name], person])] } };
}

function closedBy(cohort: Cohort, person: string): Cohort {
  return { ...cohort, filters: { ...cohort.filters, closedBy: [person], closedByKind: ["human"] } };
}
