"use client";

import { useEffect } from "react";
import { Toaster } from "sonner";
import { noticesReady } from "./notify";

/** The container of notices, styled with this design's tokens. */
export default function NoticesPlace() {
  useEffect(noticesReady, []);
  return (
    <Toaster
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-(--width) items-center gap-2 rounded-xl border border-line-strong bg-pane px-4 py-3 text-sm text-text",
          description: "text-muted",
          error: "text-danger",
          actionButton: "ml-auto font-medium text-accent",
        },
      }}
    />
  );
}
