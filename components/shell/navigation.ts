import { Inbox, type LucideIcon, PlugZap, Settings, Star, Webhook } from "lucide-react";
import type { ComponentType } from "react";
import { QuarantineBadge } from "./quarantine-badge";

export interface Destination {
  href: string;
  label: string;
  icon: LucideIcon;
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
export const mainDestinations: readonly Destination[] = [
  { href: "/", label: "Inbox", icon: Inbox, sections: ["/conversations", "/visitors"], goKey: "i", isOnPhone: true },
  { href: "/bookmarks", label: "Bookmarks", icon: Star, sections: [], goKey: "b" },
  {
    href: "/deliveries",
    label: "Deliveries",
    icon: Webhook,
    sections: [],
    goKey: "d",
    badge: QuarantineBadge,
    isOnPhone: true,
  },
];

export const administration: readonly Destination[] = [
  { href: "/setup", label: "Setup", icon: PlugZap, sections: [], goKey: "w" },
  { href: "/settings/account", label: "Settings", icon: Settings, sections: ["/settings"], goKey: "s" },
];

/** Destinations that do not fit the phone's bar. */
export const underMore = [...mainDestinations.filter(({ isOnPhone }) => isOnPhone !== true), ...administration];

export function isCurrent({ href, sections }: Destination, path: string): boolean {
  return path === href || sections.some((section) => path === section || path.startsWith(`${section}/`));
}
