"use client";

import { CircleUser, KeyRound, Link2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useMemo } from "react";
import { type Command, useCommands } from "@/components/commands/commands";
import { copyLink } from "@/components/ui/copy-link";
import { administration, mainDestinations } from "./navigation";
import { themes } from "./themes";

/** Registers the commands available on every page. */
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
