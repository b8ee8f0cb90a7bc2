import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Logo } from "@/components/ui/logo";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-6 text-center">
      <Logo className="size-9" />
      <h1 className="mt-6 text-xl font-semibold tracking-tight">Page not found</h1>
      <p className="mt-1 max-w-96 text-pretty text-muted">
        The address may be mistyped, or the page may have been removed.
      </p>
      <Button asChild className="mt-6">
        <Link href="/">Go to the inbox</Link>
      </Button>
    </main>
  );
}
