import type { Attachment } from "@/lib/messages/attachment";
import { fileKind } from "@/lib/messages/file-kind";
import { AttachmentView } from "./attachment-view";
import { keyed } from "./keyed";

export function AttachmentList({ files }: { files: readonly Attachment[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {keyed(files).map(({ key, part: file }) => (
        <li key={key} className="min-w-0 print:break-inside-avoid">
          <AttachmentView file={file} kind={fileKind(file)} />
        </li>
      ))}
    </ul>
  );
}
