"use client";

import Link from "next/link";
import { ConfirmButton } from "@/components/settings/confirm-button";
import { SettingsRow, SettingsRows } from "@/components/settings/settings-rows";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Hold } from "@/lib/api/schemas/privacy/hold";
import { NewHoldForm } from "./new-hold-form";

/** The legal holds, with a form for another one. */
export function LegalHolds({ holds }: { holds: readonly Hold[] }) {
  return (
    <>
      {holds.length === 0 ? (
        <p className="text-sm text-muted">No legal holds.</p>
      ) : (
        <SettingsRows label="Legal holds">
          {holds.map((hold) => (
            <HoldRow key={hold.id} hold={hold} />
          ))}
        </SettingsRows>
      )}
      <NewHoldForm />
    </>
  );
}

function HoldRow({ hold: { id, subject, reason, madeBy, createdAt } }: { hold: Hold }) {
  const { type, key, name } = subject;
  const href = `/${type === "visitor" ? "visitors" : "conversations"}/${encodeURIComponent(key)}`;
  return (
    <SettingsRow
      title={
        <>
          <Link dir="auto" href={href} className="truncate underline decoration-line-strong underline-offset-2">
            {name ?? key}
          </Link>
          <Badge>{type === "visitor" ? "Visitor" : "Conversation"}</Badge>
        </>
      }
      detail={
        <>
          {reason !== null && (
            <span dir="auto" className="block text-text">
              {reason}
            </span>
          )}
          Placed by {madeBy} <RelativeTime iso={createdAt} inSentence />
        </>
      }
    >
      <ConfirmButton
        variant="danger"
        label={`Release the hold on ${name ?? key}`}
        title="Release this legal hold?"
        description="Its data can be erased again, and retention rules apply to it, unless another hold covers it."
        action="Release"
        onConfirm={() => call(endpoints.deleteHold, { path: { id } })}
      >
        Release
      </ConfirmButton>
    </SettingsRow>
  );
}
