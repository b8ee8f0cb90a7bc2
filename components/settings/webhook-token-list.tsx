"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { ConfirmButton } from "./confirm-button";
import { SettingsRow, SettingsRows } from "./settings-rows";

interface WebhookToken {
  id: string;
  name: string;
  token: string;
  createdAt: string;
}

export function WebhookTokenList({ tokens }: { tokens: readonly WebhookToken[] }) {
  if (tokens.length === 0) {
    return <p className="text-sm text-muted">No tokens yet. Tokens from WEBHOOK_TOKENS also work.</p>;
  }
  return (
    <SettingsRows label="Webhook tokens">
      {tokens.map((token) => (
        <WebhookTokenRow key={token.id} {...token} />
      ))}
    </SettingsRows>
  );
}

function WebhookTokenRow({ id, name, token, createdAt }: WebhookToken) {
  const [isShown, setShown] = useState(false);
  return (
    <SettingsRow
      title={
        <span dir="auto" className="truncate">
          {name}
        </span>
      }
      detail={
        <>
          <code className="font-mono text-xs break-all">{isShown ? token : "•".repeat(16)}</code>
          <span> · added </span>
          <RelativeTime iso={createdAt} inSentence />
        </>
      }
    >
      <IconButton label={isShown ? `Hide ${name}` : `Show ${name}`} onClick={() => setShown(!isShown)}>
        {isShown ? <EyeOff /> : <Eye />}
      </IconButton>
      <CopyButton text={token} label={`Copy ${name}`} />
      <ConfirmButton
        variant="danger"
        label={`Revoke ${name}`}
        title={`Revoke “${name}”?`}
        description="Deliveries with this token are refused immediately, and the platform does not resend them."
        action="Revoke"
        onConfirm={() => call(endpoints.revokeWebhookToken, { path: { id } })}
      >
        Revoke
      </ConfirmButton>
    </SettingsRow>
  );
}
