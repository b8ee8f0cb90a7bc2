import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireViewer } from "@/app/require-viewer";
import { RequestsPage } from "@/components/requests/requests-page";
import { can } from "@/lib/access/permissions";
import { isEverything } from "@/lib/access/scope";

export const metadata: Metadata = { title: "People's requests" };

export default async function PrivacyRequests() {
  const viewer = await requireViewer("privacy");
  if (!isEverything(viewer.scope) || !can(viewer, "personal")) notFound();
  return <RequestsPage />;
}
