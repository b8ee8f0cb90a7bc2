"use client";

import { CircleUser, KeyRound, Link2, Monitor, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useMemo } from "react";
import { type Command, useCommands } from "@/components/commands/commands";
import { copyLink } from "@/components/ui/copy-link";
import { administration, mainDestinations } from "./navigation";

/** What can be done from every page. */
export function useShellCommands(): void {
  const router = useRouter();
  const { setTheme } = useTheme();
  const commands = useMemo<Command[]>(
    () => [
      ...[...mainDestinations, ...administration].map(({ href, label, icon, goKey }) => ({
        id: href,
        title: label,
        group: "Pages" as const,
        icon,
        goKey,
        keywords: ["go to", "page"],
        run: () => router.push(href),
      })),
      ...settingsPages.map(({ href, ...page }) => ({ ...page, id: href, run: () => router.push(href) })),
      ...themes.map(({ theme, ...named }) => ({
        ...named,
        id: `theme-${theme}`,
        group: "Actions" as const,
        keywords: ["theme", "appearance", "colours"],
        run: () => setTheme(theme),
      })),
      { id: "copy-link", title: "Copy page link", group: "Actions", icon: Link2, run: () => void copyLink() },
    ],
    [router, setTheme],
  );
  useCommands(commands);
}

const settingsPages = [
  { href: "/settings/users", title: "Users", icon: CircleUser, group: "Pages", keywords: ["settings", "accounts"] },
  {
    href: "/settings/tokens",
    title: "Tokens",
    icon: KeyRound,
    group: "Pages",
    keywords: ["settings", "webhook", "API", "secret"],
  },
] as const;

const themes = [
  { theme: "light", title: "Light theme", icon: Sun },
  { theme: "dark", title: "Dark theme", icon: Moon },
  { theme: "system", title: "Match system theme", icon: Monitor },
];
