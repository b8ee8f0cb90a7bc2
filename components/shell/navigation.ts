import {
  ChartColumn,
  Inbox,
  LifeBuoy,
  type LucideIcon,
  PlugZap,
  Settings,
  Star,
  UserRound,
  Webhook,
  Workflow,
} from "lucide-react";
import { type ComponentType, useMemo } from "react";
import { useIsUnscoped, usePermissions } from "@/components/access/viewer-context";
import type { Permission } from "@/lib/access/permissions";
import { QuarantineBadge } from "./quarantine-badge";

export interface Destination {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Without it, the destination is not offered. */
  permission: Permission | null;
  /** Requires a scope of everything, too. */
  isForAll?: boolean;
  /** Other paths at which this destination is the current one. */
  sections: readonly string[];
  /** The letter that goes there after `g`. */
  goKey: string;
  /** Shown in the phone's bar; others are under More. */
  isOnPhone?: boolean;
  /** A badge on the icon, for example a count. */
  badge?: ComponentType;
}

/** Destinations for daily use, then (below) for administration. Only existing pages are listed. */
const main: readonly Destination[] = [
  {
    href: "/",
    label: "Inbox",
    icon: Inbox,
    permission: "read",
    sections: ["/conversations", "/visitors"],
    goKey: "i",
    isOnPhone: true,
  },
  { href: "/stuck", label: "Stuck", icon: LifeBuoy, permission: "read", sections: [], goKey: "k" },
  { href: "/bookmarks", label: "Bookmarks", icon: Star, permission: "read", sections: [], goKey: "b" },
  {
    href: "/deliveries",
    label: "Deliveries",
    icon: Webhook,
    permission: "raw",
    sections: [],
    goKey: "d",
    badge: QuarantineBadge,
    isOnPhone: true,
  },
  {
    href: "/analytics",
    label: "Analytics",
    icon: ChartColumn,
    permission: "analytics",
    sections: [],
    goKey: "a",
    isOnPhone: true,
  },
  {
    href: "/flows",
    label: "Flows",
    icon: Workflow,
    permission: "analytics",
    sections: ["/flows", "/funnels"],
    goKey: "f",
  },
];

const administration: readonly Destination[] = [
  {
    href: "/privacy",
    label: "Requests",
    icon: UserRound,
    permission: "privacy",
    isForAll: true,
    sections: [],
    goKey: "p",
  },
  { href: "/setup", label: "Setup", icon: PlugZap, permission: "operate", sections: [], goKey: "w" },
  {
    href: "/settings/account",
    label: "Settings",
    icon: Settings,
    permission: null,
    sections: ["/settings"],
    goKey: "s",
  },
];

export interface Navigation {
  main: readonly Destination[];
  administration: readonly Destination[];
  /** Those that do not fit the phone's bar. */
  underMore: readonly Destination[];
}

/** The destinations that the signed-in user may open. */
export function useNavigation(): Navigation {
  const permissions = usePermissions();
  const isUnscoped = useIsUnscoped();
  return useMemo(() => {
    const isOffered = ({ permission, isForAll = false }: Destination) =>
      (permission === null || permissions.includes(permission)) && (isUnscoped || !isForAll);
    const offered = { main: main.filter(isOffered), administration: administration.filter(isOffered) };
    const underMore = [...offered.main.filter(({ isOnPhone }) => isOnPhone !== true), ...offered.administration];
    return { ...offered, underMore };
  }, [permissions, isUnscoped]);
}

export function isCurrent({ href, sections }: Destination, path: string): boolean {
  return path === href || sections.some((section) => path === section || path.startsWith(`${section}/`));
}
