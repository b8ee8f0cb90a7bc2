"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { tellFailure } from "@/components/ui/tell-failure";

/** A change, after which the page shows what is stored; its failure is shown in a notice. */
export function useChange(send: () => Promise<unknown>) {
  const router = useRouter();
  return useMutation({ mutationFn: send, onError: tellFailure, onSettled: () => router.refresh() });
}
