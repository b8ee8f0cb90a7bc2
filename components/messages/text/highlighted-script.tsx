"use client";

import { lazy, Suspense, useMemo } from "react";
import { withVisibleControls } from "./visible-controls";

const ColouredScript = lazy(() => import("./coloured-script"));

/** A script as coloured text, which is never run. The highlighter is loaded with the first one. */
export function HighlightedScript({ script }: { script: string }) {
  const visible = useMemo(() => withVisibleControls(script), [script]);
  return (
    <Suspense fallback={visible}>
      <ColouredScript script={visible} />
    </Suspense>
  );
}
