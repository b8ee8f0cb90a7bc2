"use client";

import { RelativeTime } from "@/components/ui/relative-time";
import { sendJson } from "@/lib/api/client";
import { done } from "@/lib/api/schemas/settings";
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
              Added <RelativeTime iso={createdAt} />
              {madeBy !== null && ` by ${madeBy}`}
              {" · "}
              {lastUsedAt === null ? (
                "never used"
              ) : (
                <>
                  used <RelativeTime iso={lastUsedAt} />
                </>
              )}
            </>
          }
        >
          <ConfirmButton
            variant="danger"
            label={`Revoke ${name}`}
            title={`Revoke “${name}”?`}
            description="Scripts that use it are refused from now on."
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
