import { useSyncExternalStore } from "react";
import type { ExternalToast } from "sonner";

let isAsked = false;
const listeners = new Set<() => void>();
let tellReady = () => {};
/** Resolves when the container of notices is rendered. */
const hasPlace = new Promise<void>((resolve) => {
  tellReady = resolve;
});

type Kind = "success" | "error" | "warning" | "message";

/** Shows a notice at the edge of the page. The notice library is loaded with the first one. */
function show(kind: Kind, text: string, options?: ExternalToast): void {
  isAsked = true;
  for (const listener of listeners) listener();
  void Promise.all([import("sonner"), hasPlace]).then(([{ toast }]) => toast[kind](text, options));
}

export const notify = {
  success: (text: string, options?: ExternalToast) => show("success", text, options),
  error: (text: string, options?: ExternalToast) => show("error", text, options),
  warning: (text: string, options?: ExternalToast) => show("warning", text, options),
  message: (text: string, options?: ExternalToast) => show("message", text, options),
};

/** Whether a notice was shown on this page. */
export function useNoticesAsked(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isAsked,
    () => false,
  );
}

/** Call when the container of notices is rendered. */
export function noticesReady(): void {
  tellReady();
}
