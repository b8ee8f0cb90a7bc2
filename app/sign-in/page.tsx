import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { FormError } from "@/components/form/form-error";
import { RequiredSecondFactor } from "@/components/settings/second-factor/required-second-factor";
import { AccountForm } from "@/components/sign-in/account-form";
import { AddressNotice } from "@/components/sign-in/address-notice";
import { ConversationShape } from "@/components/sign-in/conversation-shape";
import { explainFailure } from "@/components/sign-in/oidc-failures";
import { SingleSignOnButton } from "@/components/sign-in/single-sign-on-button";
import { Logo } from "@/components/ui/logo";
import { authenticateUser } from "@/lib/auth/authenticate";
import { isFirstAccountDue } from "@/lib/auth/first-account";
import { safeNext } from "@/lib/auth/safe-next";
import { signInWays } from "@/lib/auth/security/sign-in-ways";
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
  const { next, ended, error } = await searchParams;
  const target = safeNext(typeof next === "string" ? next : undefined);
  const viewer = await authenticateUser(await headers());
  if (viewer !== null && !viewer.owesSecondFactor) redirect(target);
  const [isFirst, ways] = await Promise.all([isFirstAccountDue(), signInWays()]);
  const texts = viewer !== null ? setupTexts : isFirst ? firstTexts : signInTexts;
  return (
    <main className="relative flex min-h-dvh flex-col items-center px-6 pt-[max(3rem,14dvh)] pb-36">
      <div className="w-full max-w-84">
        <Logo className="size-10" />
        <h1 className="mt-6 text-xl font-semibold tracking-tight">{texts.title}</h1>
        <p className="mt-1 mb-7 text-pretty text-muted">{texts.description}</p>
        <AddressNotice appUrl={env().appUrl} />
        {ended === "yes" && viewer === null && !isFirst && (
          <p role="status" className="mb-6 rounded-md border border-line p-3 text-pretty">
            Your session has ended. Sign in to return to the page where you were.
          </p>
        )}
        {viewer !== null ? (
          <RequiredSecondFactor target={target} />
        ) : (
          <div className="flex flex-col gap-6">
            <FormError message={explainFailure(error)} />
            {ways.provider !== null && !isFirst && (
              <SingleSignOnButton size="large" className="w-full" body={{ next: target }}>
                {`Sign in with ${ways.provider}`}
              </SingleSignOnButton>
            )}
            {(ways.passwords || isFirst) && <AccountForm isFirst={isFirst} target={target} />}
          </div>
        )}
      </div>
      <ConversationShape />
    </main>
  );
}

const signInTexts = { title: "Sign in to Playhead", description: "Every conversation, at any point in time." };

const firstTexts = {
  title: "Create the first account",
  description: "Nobody has an account yet. You'll find the code in the terminal where you started Playhead.",
};

const setupTexts = {
  title: "Set up a second factor",
  description: "Your role requires one. Use an authenticator app on your phone or in your password manager.",
};
