"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import type { Permission } from "@/lib/access/permissions";

interface Rights {
  permissions: readonly Permission[];
  /** Their scope is everything. */
  isUnscoped: boolean;
}

const Context = createContext<Rights>({ permissions: [], isUnscoped: false });

/** Tells the components below what the viewer may do, so that they offer nothing that the server would refuse. */
export function ViewerProvider({ permissions, isUnscoped, children }: Rights & { children: ReactNode }) {
  const rights = useMemo(() => ({ permissions, isUnscoped }), [permissions, isUnscoped]);
  return <Context value={rights}>{children}</Context>;
}

/** The permissions of the signed-in user. */
export function usePermissions(): readonly Permission[] {
  return use(Context).permissions;
}

/** Whether the signed-in user has a permission. */
export function useCan(permission: Permission): boolean {
  return usePermissions().includes(permission);
}

/** Whether the signed-in user's scope is everything. */
export function useIsUnscoped(): boolean {
  return use(Context).isUnscoped;
}
