import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/sign-in/account-form";
import { AddressNotice } from "@/components/sign-in/address-notice";
import { ConversationShape } from "@/components/sign-in/conversation-shape";
import { Logo } from "@/components/ui/logo";
import { authenticateUser } from "@/lib/auth/authenticate";
import { isFirstAccountDue } from "@/lib/auth/first-account";
import { safeNext } from "@/lib/auth/safe-next";
import { env } from "@/lib/env/env";

/** The only page that link previews can show. */
export function generateMetadata(): Metadata {
  return {
    title: "Sign in",
    metadataBase: new URL(env().appUrl),
    openGraph: { title: "Playhead", images: [{ url: "/social.png", width: 1200, height: 630 }] },
  };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, ended } = await searchParams;
  const target = safeNext(typeof next === "string" ? next : undefined);
  if ((await authenticateUser(await headers())) !== null) redirect(target);
  const isFirst = await isFirstAccountDue();
  return (
    <main className="relative flex min-h-dvh flex-col items-center px-6 pt-[max(3rem,14dvh)] pb-36">
      <div className="w-full max-w-84">
        <Logo className="size-10" />
        <h1 className="mt-6 text-xl font-semibold tracking-tight">
          {isFirst ? "Create the first account" : "Sign in to Playhead"}
        </h1>
        <p className="mt-1 mb-7 text-pretty text-muted">
          {isFirst
            ? "Nobody has an account yet. You'll find the code in the terminal where you started Playhead."
            : "Every conversation, at any point in time."}
        </p>
        <AddressNotice appUrl={env().appUrl} />
        {ended === "yes" && !isFirst && (
          <p role="status" className="mb-6 rounded-md border border-line p-3 text-pretty">
            Your session has ended. Sign in to return to the page where you were.
          </p>
        )}
        <AccountForm isFirst={isFirst} target={target} />
      </div>
      <ConversationShape />
    </main>
  );
}
