"use client";

import { useState } from "react";
import { FormError } from "@/components/form/form-error";
import { Button, type ButtonProps } from "@/components/ui/button";
import { ApiError } from "@/lib/api/client/api-error";
import { jsonBody, sendRequest } from "@/lib/api/client/send-request";

interface SingleSignOnButtonProps extends Pick<ButtonProps, "variant" | "size" | "className"> {
  children: string;
  /** Links the account of whoever is signed in, instead of signing in. */
  isLink?: boolean;
  /** The path to open afterwards, or the invitation to accept. */
  body?: { next: string } | { invitation: string };
}

/** Opens the identity provider's page, which returns to Playhead. */
export function SingleSignOnButton({ children, isLink = false, body, ...button }: SingleSignOnButtonProps) {
  const [isOpening, setOpening] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function open() {
    if (isOpening) return;
    setOpening(true);
    setError(null);
    try {
      const path = isLink ? "/api/auth/oidc/link" : "/api/auth/oidc";
      const response = await sendRequest(path, { method: "POST", ...jsonBody(body ?? {}) });
      const { url } = await response.json();
      window.location.assign(url);
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.message : "Something went wrong. Try again.");
      setOpening(false);
    }
  }

  return (
    <div className="flex flex-col gap-3">
      <FormError message={error} />
      <Button type="button" aria-disabled={isOpening} onClick={() => void open()} {...button}>
        {children}
      </Button>
    </div>
  );
}
