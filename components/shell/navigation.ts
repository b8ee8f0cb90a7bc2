import { Inbox, type LucideIcon, PlugZap, Settings, Star, Webhook } from "lucide-react";
import type { ComponentType } from "react";
import { QuarantineBadge } from "./quarantine-badge";

export interface Destination {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Paths, beside `href` itself, at which this destination counts as the current one. */
  sections: readonly string[];
  /** The letter that goes there after `g`. */
  goKey: string;
  /** It stands in the phone's bar; others under More. */
  isOnPhone?: boolean;
  /** Drawn on the icon: what waits there. */
  badge?: ComponentType;
}

/** What the pages are for, then (below) how Playhead is run. Only pages that exist stand here. */
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

/** What the phone's bar has no room for. */
export const underMore = [...mainDestinations.filter(({ isOnPhone }) => isOnPhone !== true), ...administration];

export function isCurrent({ href, sections }: Destination, path: string): boolean {
  return path === href || sections.some((section) => path === section || path.startsWith(`${section}/`));
}
