"use client";

import {
  EyeOff,
  KeyRound,
  type LucideIcon,
  ScrollText,
  Server,
  ShieldCheck,
  UserRound,
  UsersRound,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { usePermissions } from "@/components/access/viewer-context";
import { classNames } from "@/components/ui/class-names";
import type { Permission } from "@/lib/access/permissions";

/** Links to the pages of Settings: a column, or on phones a row. */
export function SettingsNavigation() {
  const permissions = usePermissions();
  const path = usePathname();
  return (
    <nav aria-label="Settings" className="flex gap-1 max-md:-mx-1 max-md:flex-wrap md:flex-col">
      {pages
        .filter(({ permission }) => permission === null || permissions.includes(permission))
        .map(({ href, label, icon: Icon }) => (
          <Link
            key={href}
            href={href}
            aria-current={path === href ? "page" : undefined}
            className={classNames(
              "flex h-8 items-center gap-2.5 rounded-lg px-2.5 text-sm transition-colors coarse:h-10 [&_svg]:size-4",
              path === href ? "bg-hover font-medium text-text" : "text-muted hover:bg-hover hover:text-text",
            )}
          >
            <Icon strokeWidth={1.75} aria-hidden="true" />
            {label}
          </Link>
        ))}
    </nav>
  );
}

const pages: { href: string; label: string; icon: LucideIcon; permission: Permission | null }[] = [
  { href: "/settings/account", label: "Account", icon: UserRound, permission: null },
  { href: "/settings/tokens", label: "Tokens", icon: KeyRound, permission: null },
  { href: "/settings/users", label: "Users", icon: UsersRound, permission: "manage" },
  { href: "/settings/security", label: "Security", icon: ShieldCheck, permission: "manage" },
  { href: "/settings/privacy", label: "Privacy", icon: EyeOff, permission: "privacy" },
  { href: "/settings/audit", label: "Audit", icon: ScrollText, permission: "privacy" },
  { href: "/settings/system", label: "System", icon: Server, permission: null },
];
