"use client";

import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { ConfirmButton } from "./confirm-button";
import { deviceName } from "./device-name";
import { SettingsRow, SettingsRows } from "./settings-rows";

interface Session {
  id: string;
  signedInAt: string;
  address: string | null;
  userAgent: string | null;
  isCurrent: boolean;
}

export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  return (
    <>
      <SettingsRows label="Sessions">
        {sessions.map(({ id, signedInAt, address, userAgent, isCurrent }) => (
          <SettingsRow
            key={id}
            title={
              <>
                {deviceName(userAgent)}
                {isCurrent && <Badge tone="agent">This device</Badge>}
              </>
            }
            detail={
              <>
                Signed in <RelativeTime iso={signedInAt} inSentence />
                {address !== null && ` · ${address}`}
              </>
            }
          >
            {!isCurrent && (
              <ConfirmButton
                label={`Sign out ${deviceName(userAgent)}`}
                title="Sign out this device?"
                description="The next click there opens the sign-in page."
                action="Sign out"
                onConfirm={() => call(endpoints.revokeSession, { path: { id } })}
              >
                Sign out
              </ConfirmButton>
            )}
          </SettingsRow>
        ))}
      </SettingsRows>
      <div>
        <ConfirmButton
          variant="danger"
          title="Sign out everywhere?"
          description="Signs you out on all devices, including this one."
          action="Sign out everywhere"
          onConfirm={signOutEverywhere}
        >
          Sign out everywhere
        </ConfirmButton>
      </div>
    </>
  );
}

async function signOutEverywhere() {
  await call(endpoints.revokeSessions);
  window.location.assign("/sign-in");
}
