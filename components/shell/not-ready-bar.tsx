"use client";

import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { readinessQuery } from "@/lib/api/client/readiness-query";

/** A bar above every page while deliveries are refused, with the reason: the platform does not send them again. */
export function NotReadyBar() {
  const { data: reason, isError } = useQuery(readinessQuery());
  // LostServerBar is shown if the server does not answer.
  if (isError || reason === undefined || reason === null) return null;
  return (
    <div
      role="alert"
      data-not-ready
      className="flex items-start gap-2 border-line border-b bg-warning-soft px-4 py-2 text-sm"
    >
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warning" />
      <p className="min-w-0 text-pretty">
        <strong className="font-medium">New deliveries are refused: {reason}.</strong> Support Hunt does not send them
        again. What was stored before is safe.
      </p>
    </div>
  );
}
