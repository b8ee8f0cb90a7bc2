import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { SetupGuide } from "@/components/setup/setup-guide";

export const metadata: Metadata = { title: "Setup" };

export default async function SetupPage() {
  await requireViewer();
  return <SetupGuide />;
}
