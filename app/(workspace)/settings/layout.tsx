import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requireViewer } from "@/app/require-viewer";
import { RebuildProgress } from "@/components/settings/rebuild-progress";
import { SettingsNavigation } from "@/components/settings/settings-navigation";

export const metadata: Metadata = { title: { default: "Settings", template: "%s · Settings · Playhead" } };

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await requireViewer(null);
  return (
    <div className="mx-auto w-full max-w-5xl px-4 pt-6 pb-16 md:flex md:gap-12 md:px-10 md:pt-10">
      <div className="shrink-0 md:w-44">
        <p className="mb-3 text-xl font-semibold tracking-tight md:mb-4">Settings</p>
        <SettingsNavigation />
      </div>
      <div className="min-w-0 flex-1 max-md:mt-6">
        <RebuildProgress />
        {children}
      </div>
    </div>
  );
}
