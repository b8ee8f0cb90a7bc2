"use client";

import { lazy, Suspense } from "react";
import { SignInForm } from "./sign-in-form";

const FirstAccountForm = lazy(() => import("./first-account-form"));

/**
 * The sign-in form, or at the first start the form for the first account, which is loaded only then. `target`: the path to open
 * afterwards.
 */
export function AccountForm({ isFirst, target }: { isFirst: boolean; target: string }) {
  if (!isFirst) return <SignInForm target={target} />;
  return (
    <Suspense>
      <FirstAccountForm target={target === "/" ? "/setup" : target} />
    </Suspense>
  );
}
