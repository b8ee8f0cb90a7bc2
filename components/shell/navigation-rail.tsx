"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { Logo } from "@/components/ui/logo";
import { CommandPalette } from "./command-palette";
import { LiveIndicator } from "./live-indicator";
import { administration, mainDestinations } from "./navigation";
import { NavigationLink } from "./navigation-link";
import { ThemeMenu } from "./theme-menu";
import { type Person, UserMenu } from "./user-menu";

/** A column at the left; on the phone a bar at the bottom, which makes room while one conversation is read. */
export function NavigationRail({ person }: { person: Person }) {
  const readsConversation = usePathname().startsWith("/conversations/");
  return (
    <nav
      aria-label="Main"
      className={classNames(
        "shrink-0 items-center gap-1 border-line bg-rail pb-[env(safe-area-inset-bottom)]",
        "max-md:order-last max-md:h-[calc(3.5rem+env(safe-area-inset-bottom))] max-md:justify-around max-md:border-t max-md:px-2",
        "md:w-13 md:flex-col md:border-r md:py-3",
        readsConversation ? "hidden md:flex" : "flex",
      )}
    >
      <Link href="/" aria-label="Playhead" className="mb-3 rounded-lg max-md:hidden">
        <Logo className="size-7" />
      </Link>
      <CommandPalette />
      {mainDestinations.map((destination) => (
        <NavigationLink key={destination.href} destination={destination} />
      ))}
      <span className="flex-1 max-md:hidden" />
      {administration.map((destination) => (
        <NavigationLink key={destination.href} destination={destination} />
      ))}
      <ThemeMenu />
      <LiveIndicator />
      <UserMenu person={person} />
    </nav>
  );
}
