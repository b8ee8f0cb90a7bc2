"use client";

import { Braces, Copy, Download, FileCode, FileText, Hash, Printer } from "lucide-react";
import { copyText } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { notify } from "@/components/ui/notices/notify";
import { addressOf } from "@/lib/api/client/address-of";
import { sendRequest } from "@/lib/api/client/send-request";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { TranscriptFormat } from "@/lib/api/schemas/transcript";

/** The conversation's transcript: copied, downloaded or printed. */
export function TranscriptMenu({ conversationKey }: { conversationKey: string }) {
  const path = (format: TranscriptFormat) => transcriptPath(conversationKey, format);
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label="Transcript" side="bottom">
          <Download />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end" className="w-56">
        <MenuItem onSelect={() => void copyTranscript(path("txt"))}>
          <Copy /> Copy as text
        </MenuItem>
        <MenuItem onSelect={() => void copyTranscript(path("md"))}>
          <Hash /> Copy as Markdown
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>Download</MenuLabel>
        {transcriptFiles.map(({ format, name, icon: Icon }) => (
          <MenuItem key={format} asChild>
            <a href={path(format)} download="">
              <Icon /> {name}
            </a>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={printPage}>
          <Printer /> Print, or save as PDF
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

/** Prints after the menu or the palette has closed. */
export function printPage(): void {
  setTimeout(() => window.print(), 100);
}

export const transcriptFiles = [
  { format: "txt", name: "Text", icon: FileText },
  { format: "md", name: "Markdown", icon: Hash },
  { format: "html", name: "HTML, one file", icon: FileCode },
  { format: "json", name: "JSON with all events", icon: Braces },
] as const;

export function transcriptPath(key: string, format: TranscriptFormat): string {
  return addressOf(endpoints.getTranscript, { path: { key }, query: { format } });
}

/** Copies a transcript to the clipboard and shows a notice. */
export async function copyTranscript(path: string): Promise<void> {
  try {
    const text = await (await sendRequest(path)).text();
    if (await copyText(text)) notify.success("Transcript copied");
    else notify.error("The browser did not allow copying.");
  } catch (error) {
    notify.error(error instanceof Error ? error.message : "The transcript could not be loaded.");
  }
}
