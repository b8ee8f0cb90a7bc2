"use client";

import { lazy, Suspense } from "react";
import { useNoticesAsked } from "./notify";

const NoticesPlace = lazy(() => import("./notices-place"));

/** The place of notices, from the first one on. */
export function Notices() {
  if (!useNoticesAsked()) return null;
  return (
    <Suspense>
      <NoticesPlace />
    </Suspense>
  );
}
