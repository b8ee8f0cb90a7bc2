import type { ReactNode } from "react";
import { NavigationRail } from "@/components/shell/navigation-rail";
import { SkipLink } from "@/components/shell/skip-link";

/** The frame of every signed-in page: the navigation, and the page's one `main`. Pages inside bring no `main` of their own. */
export default function WorkspaceLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-dvh flex-col overflow-hidden md:flex-row">
      <SkipLink />
      <NavigationRail />
      <main id="main" tabIndex={-1} className="relative min-h-0 min-w-0 flex-1 overflow-y-auto outline-none">
        {children}
      </main>
    </div>
  );
}
