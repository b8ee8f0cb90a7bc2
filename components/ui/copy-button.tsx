"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { notify } from "@/components/ui/notices/notify";
import { IconButton } from "./icon-button";

export interface CopyButtonProps {
  text: string;
  /** What is copied, for the accessible name: "Copy address". */
  label?: string | undefined;
  className?: string | undefined;
}

export function CopyButton({ text, label = "Copy", className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    if (await copyText(text)) setCopied(true);
    else notify.error("The browser did not allow copying. Select the text and copy it by hand.");
  }

  return (
    <IconButton label={copied ? "Copied" : label} onClick={copy} className={className}>
      {copied ? <Check className="text-agent" /> : <Copy />}
    </IconButton>
  );
}

/** Copies with the clipboard API, or with a selection on pages served over plain HTTP, where that is unavailable. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}
