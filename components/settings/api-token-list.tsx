"use client";

import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Permission } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { ConfirmButton } from "./confirm-button";
import { scopeText } from "./scope-text";
import { SettingsRow, SettingsRows } from "./settings-rows";

interface ApiToken {
  id: string;
  name: string;
  hint: string;
  permissions: readonly Permission[];
  scope: Scope;
  createdAt: string;
  expiresAt: string | null;
  isExpired: boolean;
  lastUsedAt: string | null;
  lastUsedFrom: string | null;
  madeBy: string | null;
}

export function ApiTokenList({ tokens }: { tokens: readonly ApiToken[] }) {
  if (tokens.length === 0) return <p className="text-sm text-muted">No tokens yet.</p>;
  return (
    <SettingsRows label="API tokens">
      {tokens.map(
        ({ id, name, hint, permissions, scope, createdAt, expiresAt, isExpired, lastUsedAt, lastUsedFrom, madeBy }) => (
          <SettingsRow
            key={id}
            title={
              <>
                <span dir="auto" className="truncate">
                  {name}
                </span>
                <code className="font-mono text-xs font-normal text-muted">…{hint}</code>
                {isExpired && <Badge>Expired</Badge>}
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
                    {lastUsedFrom !== null && ` from ${lastUsedFrom}`}
                  </>
                )}
                <span className="block">
                  {permissions.join(", ")} · {scopeText(scope)}
                  {" · "}
                  {expiresAt === null ? (
                    "does not expire"
                  ) : (
                    <>
                      {isExpired ? "expired" : "expires"} <RelativeTime iso={expiresAt} inSentence />
                    </>
                  )}
                </span>
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
        ),
      )}
    </SettingsRows>
  );
}
