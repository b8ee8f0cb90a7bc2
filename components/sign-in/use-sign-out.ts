"use client";

import { useMutation } from "@tanstack/react-query";
import { recentSearchesKey } from "@/components/list-state/recent-searches-key";
import { tellFailure } from "@/components/ui/tell-failure";
import { jsonBody, sendRequest } from "@/lib/api/client/send-request";

/** Signs out, followed by a full page load, so that no data stays in memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => sendRequest("/api/auth/sign-out", { method: "POST", ...jsonBody({}) }),
    onSuccess: () => {
      localStorage.removeItem(recentSearchesKey);
      window.location.assign("/sign-in");
    },
    onError: tellFailure,
  });
}
