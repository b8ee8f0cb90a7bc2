"use client";

import { lazy, Suspense } from "react";
import { SignInForm } from "./sign-in-form";

const FirstAccountForm = lazy(() => import("./first-account-form"));

/** Signs in, or creates the first account, whose form no other visit loads. `target`: the path to go to afterwards. */
export function AccountForm({ isFirst, target }: { isFirst: boolean; target: string }) {
  if (!isFirst) return <SignInForm target={target} />;
  return (
    <Suspense>
      <FirstAccountForm target={target === "/" ? "/setup" : target} />
    </Suspense>
  );
}
