"use client";

import { RelativeTime } from "@/components/ui/relative-time";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { ConfirmButton } from "./confirm-button";
import { SettingsRow, SettingsRows } from "./settings-rows";

interface ApiToken {
  id: string;
  name: string;
  hint: string;
  createdAt: string;
  lastUsedAt: string | null;
  madeBy: string | null;
}

export function ApiTokenList({ tokens }: { tokens: readonly ApiToken[] }) {
  if (tokens.length === 0) return <p className="text-sm text-muted">No tokens yet.</p>;
  return (
    <SettingsRows label="API tokens">
      {tokens.map(({ id, name, hint, createdAt, lastUsedAt, madeBy }) => (
        <SettingsRow
          key={id}
          title={
            <>
              <span dir="auto" className="truncate">
                {name}
              </span>
              <code className="font-mono text-xs font-normal text-muted">…{hint}</code>
            </>
          }
          detail={
            <>
              Added <RelativeTime iso={createdAt} inSentence />
              {madeBy !== null && ` by ${madeBy}`}
              {" · "}
              {lastUsedAt === null ? (
                "never used"
              ) : (
                <>
                  used <RelativeTime iso={lastUsedAt} inSentence />
                </>
              )}
            </>
          }
        >
          <ConfirmButton
            variant="danger"
            label={`Revoke ${name}`}
            title={`Revoke “${name}”?`}
            description="Scripts using it will stop working immediately."
            action="Revoke"
            onConfirm={() => call(endpoints.revokeApiToken, { path: { id } })}
          >
            Revoke
          </ConfirmButton>
        </SettingsRow>
      ))}
    </SettingsRows>
  );
}
