"use client";

import { usePathname } from "next/navigation";
import { useListSettings } from "@/components/list-state/list-settings-context";
import { useMediaQuery } from "@/components/ui/hooks/use-media-query";
import type { ListSettings } from "@/lib/api/list-settings";

/** The list's layout: a table only if no conversation is open next to it and the screen is wide enough. */
export function useListForm(): ListSettings {
  const { settings } = useListSettings();
  const isAlone = usePathname() === "/";
  const isWide = useMediaQuery("(min-width: 64rem)", true);
  return { ...settings, form: isAlone && isWide ? settings.form : "list" };
}
