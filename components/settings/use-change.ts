"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { ApiError } from "@/lib/api/api-error";

/** Runs a change, one at a time, and shows the page as it is afterwards; a change that was refused is told in a notice. */
export function useChange() {
  const router = useRouter();
  const [isChanging, setChanging] = useState(false);

  async function change(send: () => Promise<unknown>): Promise<boolean> {
    setChanging(true);
    try {
      await send();
      return true;
    } catch (error) {
      toast.error(error instanceof ApiError ? error.message : "The server cannot be reached. Try again.");
      return false;
    } finally {
      setChanging(false);
      router.refresh();
    }
  }

  return { isChanging, change };
}
