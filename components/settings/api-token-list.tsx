"use client";

import { RelativeTime } from "@/components/ui/relative-time";
import { sendJson } from "@/lib/api/client";
import { done } from "@/lib/api/settings";
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
  if (tokens.length === 0) return <p className="text-sm text-muted">None yet.</p>;
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
            onConfirm={() => sendJson("DELETE", `/api/v1/settings/api-tokens/${encodeURIComponent(id)}`, {}, done)}
          >
            Revoke
          </ConfirmButton>
        </SettingsRow>
      ))}
    </SettingsRows>
  );
}
