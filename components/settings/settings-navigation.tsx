"use client";

import { KeyRound, Server, UserRound, UsersRound } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";

/** Links to the pages of Settings: a column, or on phones a row. */
export function SettingsNavigation({ isAdmin }: { isAdmin: boolean }) {
  const path = usePathname();
  return (
    <nav aria-label="Settings" className="flex gap-1 max-md:-mx-1 md:flex-col">
      {pages
        .filter((page) => isAdmin || !page.isForAdmins)
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

const pages = [
  { href: "/settings/account", label: "Account", icon: UserRound, isForAdmins: false },
  { href: "/settings/tokens", label: "Tokens", icon: KeyRound, isForAdmins: false },
  { href: "/settings/users", label: "Users", icon: UsersRound, isForAdmins: true },
  { href: "/settings/system", label: "System", icon: Server, isForAdmins: false },
];
