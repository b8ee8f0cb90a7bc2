import type { Metadata } from "next";
import { InvitationForm } from "@/components/sign-in/invitation-form";
import { SingleSignOnButton } from "@/components/sign-in/single-sign-on-button";
import { Logo } from "@/components/ui/logo";
import { invitedBy } from "@/lib/auth/invitations";
import { signInWays } from "@/lib/auth/security/sign-in-ways";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer", robots: "noindex" };

/** Opened with the one-time link of an invitation. */
export default async function InvitationPage({ params }: PageProps<"/invite/[secret]">) {
  const { secret } = await params;
  const [invited, ways] = await Promise.all([invitedBy(secret), signInWays()]);
  return (
    <main className="flex min-h-dvh flex-col items-center px-6 pt-[max(3rem,14dvh)] pb-12">
      <div className="w-full max-w-84">
        <Logo className="size-10" />
        <h1 className="mt-6 text-xl font-semibold tracking-tight">
          {invited === null ? "This invitation is not valid" : "Welcome to Playhead"}
        </h1>
        {invited === null ? (
          <p className="mt-1 text-pretty text-muted">
            It was used already or has expired. Ask an admin for a new one, or <a href="/sign-in">sign in</a>.
          </p>
        ) : (
          <>
            <p className="mt-1 mb-7 text-pretty text-muted">
              {ways.passwords ? "Choose a password" : "Sign in"}, <span dir="auto">{invited.name}</span>. You'll sign in
              as <span dir="auto">{invited.email}</span>.
            </p>
            <div className="flex flex-col gap-6">
              {ways.provider !== null && (
                <SingleSignOnButton size="large" className="w-full" body={{ invitation: secret }}>
                  {`Sign in with ${ways.provider}`}
                </SingleSignOnButton>
              )}
              {ways.passwords && <InvitationForm secret={secret} email={invited.email} />}
            </div>
          </>
        )}
      </div>
    </main>
  );
}
