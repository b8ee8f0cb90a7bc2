"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { tellFailure } from "@/components/ui/tell-failure";

/** Runs a mutation, then reloads the page's data; errors are shown in a notice. */
export function useChange<Change = void>(send: (change: Change) => Promise<unknown>) {
  const router = useRouter();
  return useMutation({ mutationFn: send, onError: tellFailure, onSettled: () => router.refresh() });
}
