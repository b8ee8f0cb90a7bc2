import type { SubjectKeys } from "@/lib/api/schemas/privacy/erasure";

/** Of an erasure or a legal hold. */
export type SubjectType = "visitor" | "conversation";

/** What an erasure or a legal hold is about. */
export interface Subject {
  subjectType: SubjectType;
  subjectKey: string;
}

/** The subject in a request, which has one of the keys. */
export function subjectOf({ visitorKey, conversationKey = "" }: SubjectKeys): Subject {
  return visitorKey === undefined
    ? { subjectType: "conversation", subjectKey: conversationKey }
    : { subjectType: "visitor", subjectKey: visitorKey };
}

/** The type in a row, which has it as text. */
export function subjectTypeOf(stored: string): SubjectType {
  return stored === "visitor" ? "visitor" : "conversation";
}
