"use client";

import { lazy, Suspense } from "react";
import { useNoticesAsked } from "./notify";

const NoticesPlace = lazy(() => import("./notices-place"));

/** The container of notices, rendered when the first one is shown. */
export function Notices() {
  if (!useNoticesAsked()) return null;
  return (
    <Suspense>
      <NoticesPlace />
    </Suspense>
  );
}
