import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { requireViewer } from "@/app/require-viewer";
import { ViewerProvider } from "@/components/access/viewer-context";
import { BookmarksProvider } from "@/components/bookmarks/bookmarks-context";
import { KeyboardHelp } from "@/components/shell/keyboard-help";
import { LostServerBar } from "@/components/shell/lost-server-bar";
import { NavigationRail } from "@/components/shell/navigation-rail";
import { NotReadyBar } from "@/components/shell/not-ready-bar";
import { Providers } from "@/components/shell/providers";
import { railCookie } from "@/components/shell/rail-cookie";
import { SkipLink } from "@/components/shell/skip-link";
import { isEverything } from "@/lib/access/scope";

/** The frame of all signed-in pages: the navigation and the only `main` element. Pages must not add another one. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { name, email, permissions, scope } = await requireViewer(null);
  const isPinned = (await cookies()).get(railCookie)?.value === "pinned";
  return (
    <ViewerProvider permissions={[...permissions]} isUnscoped={isEverything(scope)}>
      <Providers>
        <BookmarksProvider>
          <div className="flex h-dvh flex-col overflow-hidden">
            <SkipLink />
            <LostServerBar />
            <NotReadyBar />
            <div className="flex min-h-0 flex-1 flex-col md:flex-row">
              <NavigationRail person={{ name, email }} isPinned={isPinned} />
              <main id="main" tabIndex={-1} className="relative min-h-0 min-w-0 flex-1 overflow-y-auto outline-none">
                {children}
              </main>
            </div>
            <KeyboardHelp />
          </div>
        </BookmarksProvider>
      </Providers>
    </ViewerProvider>
  );
}
