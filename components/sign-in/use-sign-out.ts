"use client";

import { useMutation } from "@tanstack/react-query";
import { tellFailure } from "@/components/ui/tell-failure";
import { leave, sendSignOut } from "./sign-out";

/** Signs out, followed by a full page load, so that no data stays in memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: sendSignOut,
    onSuccess: leave,
    onError: tellFailure,
  });
}
