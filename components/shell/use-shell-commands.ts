"use client";

import { CircleUser, KeyRound, Link2, type LucideIcon, ScrollText, ShieldCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useMemo } from "react";
import { usePermissions } from "@/components/access/viewer-context";
import { type Command, useCommands } from "@/components/commands/commands";
import { copyLink } from "@/components/ui/copy-link";
import type { Permission } from "@/lib/access/permissions";
import { useNavigation } from "./navigation";
import { themes } from "./themes";

/** Registers the commands available on every page. */
export function useShellCommands(): void {
  const router = useRouter();
  const { setTheme } = useTheme();
  const { main, administration } = useNavigation();
  const permissions = usePermissions();
  const commands = useMemo<Command[]>(
    () => [
      ...[...main, ...administration].map(({ href, label, icon, goKey }) => ({
        id: href,
        title: label,
        group: "Pages" as const,
        icon,
        goKey,
        keywords: ["go to", "page"],
        run: () => router.push(href),
      })),
      ...settingsPages
        .filter(({ permission }) => permission === null || permissions.includes(permission))
        .map(({ href, title, icon, keywords }) => ({
          title,
          icon,
          group: "Pages" as const,
          keywords,
          id: href,
          run: () => router.push(href),
        })),
      ...themes.map(({ value, name, icon }) => ({
        id: `theme-${value}`,
        title: `Theme: ${name}`,
        icon,
        group: "Actions" as const,
        keywords: ["theme", "appearance", "colours"],
        run: () => setTheme(value),
      })),
      { id: "copy-link", title: "Copy page link", group: "Actions", icon: Link2, run: () => void copyLink() },
    ],
    [router, setTheme, main, administration, permissions],
  );
  useCommands(commands);
}

const settingsPages: {
  href: string;
  title: string;
  icon: LucideIcon;
  keywords: string[];
  permission: Permission | null;
}[] = [
  {
    href: "/settings/users",
    title: "Users",
    icon: CircleUser,
    keywords: ["settings", "accounts"],
    permission: "manage",
  },
  {
    href: "/settings/security",
    title: "Security",
    icon: ShieldCheck,
    keywords: ["settings", "single sign-on", "OIDC", "second factor", "sessions", "password"],
    permission: "manage",
  },
  {
    href: "/settings/tokens",
    title: "Tokens",
    icon: KeyRound,
    keywords: ["settings", "webhook", "API", "secret"],
    permission: null,
  },
  {
    href: "/settings/privacy",
    title: "Privacy",
    icon: ShieldCheck,
    keywords: ["settings", "masking", "personal data", "variables"],
    permission: "privacy",
  },
  {
    href: "/settings/audit",
    title: "Audit",
    icon: ScrollText,
    keywords: ["settings", "access log", "changes", "who has read", "verify"],
    permission: "privacy",
  },
];
