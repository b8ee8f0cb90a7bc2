"use client";

import { useCallback } from "react";
import type { Permission } from "@/lib/access/permissions";
import { usePermissions } from "./viewer-context";

/** A predicate for filters and orders: the server does not refuse them to the viewer. */
export function useAllowed(): (definition: { requires?: Permission | undefined }) => boolean {
  const permissions = usePermissions();
  return useCallback(({ requires }) => requires === undefined || permissions.includes(requires), [permissions]);
}
