"use client";

import { useEffect, useState } from "react";
import { inSlices } from "@/components/ui/in-slices";
import type { Event } from "@/lib/events/event";
import { type ComparedPassages, type Course, comparingCourses } from "@/lib/fold/compare/compare-courses";
import { readingQuestions } from "@/lib/fold/questionnaire";

export interface Comparison {
  a: Course;
  b: Course;
  rows: readonly ComparedPassages[];
}

/** Compares two conversations; null while they are loading. New events are deferred. */
export function useCompared(a: readonly Event[] | null, b: readonly Event[] | null): Comparison | null {
  const [comparison, setComparison] = useState<Comparison | null>(null);
  useEffect(() => {
    if (a === null || b === null) return setComparison(null);
    return inSlices(comparing(a, b), setComparison);
  }, [a, b]);
  return comparison;
}

function* comparing(eventsA: readonly Event[], eventsB: readonly Event[]): Generator<undefined, Comparison> {
  const a = { events: eventsA, questions: yield* readingQuestions(eventsA) };
  const b = { events: eventsB, questions: yield* readingQuestions(eventsB) };
  return { a, b, rows: yield* comparingCourses(a, b) };
}
