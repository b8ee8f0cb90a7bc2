import { RichText } from "@/components/messages/text/rich-text";
import type { Attachment } from "@/lib/messages/parts/attachment";
import { fileKind } from "@/lib/messages/parts/file-kind";
import { AttachmentView } from "./attachment-view";

/** The header of a WhatsApp list or of options: a line, a file, or nothing. */
export function Header({ header }: { header: { text: string; file: Attachment | null } }) {
  return (
    <>
      {header.text !== "" && <RichText text={header.text} className="font-semibold" />}
      {header.file !== null && <AttachmentView file={header.file} kind={fileKind(header.file)} />}
    </>
  );
}

export function Footer({ text }: { text: string }) {
  return text === "" ? null : <RichText text={text} className="text-xs text-muted" />;
}
