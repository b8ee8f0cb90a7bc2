import { Capped } from "@/components/ui/capped";
import type { Attachment } from "@/lib/messages/parts/attachment";
import { fileKind } from "@/lib/messages/parts/file-kind";
import { AttachmentView } from "./attachment-view";
import { MediaSenderProvider } from "./media-sender";

/** Files uploaded by a visitor, also within the bot's prompt. */
export function AttachmentList({ files }: { files: readonly Attachment[] }) {
  return (
    <MediaSenderProvider sender="visitor">
      <Capped items={files} noun="files">
        {(shown) => (
          <ul className="flex flex-col gap-3">
            {shown.map(({ item: file, index }) => (
              <li key={index} className="min-w-0 print:break-inside-avoid">
                <AttachmentView file={file} kind={fileKind(file)} />
              </li>
            ))}
          </ul>
        )}
      </Capped>
    </MediaSenderProvider>
  );
}
