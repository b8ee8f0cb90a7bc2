import { Inbox, type LucideIcon, PlugZap, Settings } from "lucide-react";

export interface Destination {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Paths, beside `href` itself, at which this destination counts as the current one. */
  sections: readonly string[];
}

/** What the pages are for, then (below) how Playhead is run. Only pages that exist stand here. */
export const mainDestinations: readonly Destination[] = [
  { href: "/", label: "Inbox", icon: Inbox, sections: ["/conversations", "/visitors"] },
];

export const administration: readonly Destination[] = [
  { href: "/setup", label: "Setup", icon: PlugZap, sections: [] },
  { href: "/settings/account", label: "Settings", icon: Settings, sections: ["/settings"] },
];

export function isCurrent({ href, sections }: Destination, path: string): boolean {
  return path === href || sections.some((section) => path === section || path.startsWith(`${section}/`));
}
