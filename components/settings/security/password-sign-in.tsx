"use client";

import { ConfirmButton } from "@/components/settings/confirm-button";
import { useChange } from "@/components/settings/use-change";
import { Button } from "@/components/ui/button";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";

interface PasswordSignInProps {
  isOn: boolean;
  /** The admin can sign in without a password. */
  canSwitchOff: boolean;
}

/** Switches signing in with a password on or off. */
export function PasswordSignIn({ isOn, canSwitchOff }: PasswordSignInProps) {
  const { isPending, mutate } = useChange(() => switchPasswords(true));
  if (!isOn) {
    return (
      <div className="flex flex-wrap items-center gap-4 text-sm">
        <p>Off: people sign in with single sign-on only.</p>
        <Button disabled={isPending} onClick={() => mutate()}>
          Switch on
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-4 text-sm">
      <p>On.</p>
      {canSwitchOff ? (
        <ConfirmButton
          variant="danger"
          title="Switch off passwords?"
          description="People without a link to single sign-on can't sign in anymore. All sessions but yours end."
          action="Switch off"
          onConfirm={() => switchPasswords(false)}
        >
          Switch off
        </ConfirmButton>
      ) : (
        <p className="text-muted">To switch it off, first link your own account with single sign-on in Account.</p>
      )}
    </div>
  );
}

function switchPasswords(passwordSignIn: boolean) {
  return call(endpoints.updateSecurity, { body: { passwordSignIn } });
}
