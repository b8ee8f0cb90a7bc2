import { Upload } from "lucide-react";
import { AttachmentList } from "@/components/messages/attachment-list";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { PromptTitle } from "@/components/messages/prompt-title";
import { PlainLine } from "@/components/messages/text/safe-text";
import { VisitorWords } from "@/components/messages/visitor-words";
import type { MessageContents } from "@/lib/messages/message-types";
import { fileSize } from "@/lib/messages/parts/file-size";

/** A request for files with its rules, or with the uploaded files. */
export function FileUploadBubble({ content, answer, voice }: BubbleProps<"file_upload">) {
  const answered = answer?.recognised === true && answer.type === "file_upload.response" ? answer.content.files : [];
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <PromptTitle title={content.title} />
        {content.files.length === 0 && <Rules content={content} refusals={answered.length === 0} />}
        {content.files.length > 0 && <AttachmentList files={content.files} />}
        {answered.length > 0 && (
          <VisitorWords>
            <AttachmentList files={answered} />
          </VisitorWords>
        )}
      </div>
    </BubbleFrame>
  );
}

function Rules({ content, refusals }: { content: MessageContents["file_upload"]; refusals: boolean }) {
  const limit = content.limit === null ? "Files" : content.limit === 1 ? "1 file" : `Up to ${content.limit} files`;
  const largest = content.maxSizeInKb === null ? [] : [`up to ${fileSize(content.maxSizeInKb * 1024)}`];
  const extensions = content.extensions.length === 0 ? ["any kind"] : [content.extensions.join(" ")];
  const errors = [content.sizeError, content.extensionError, content.missingError].filter((error) => error !== "");
  return (
    <div className="rounded-lg border border-dashed border-line-strong px-3 py-2 text-xs text-muted">
      <p className="flex items-center gap-1.5">
        <Upload aria-hidden className="size-4 shrink-0" />
        <PlainLine html={[limit, ...largest, ...extensions].join(" · ")} />
      </p>
      {refusals && errors.length > 0 && (
        <details className="mt-1">
          <summary className="w-fit cursor-pointer">Message for rejected files</summary>
          <ul className="list-disc pl-9">
            {[...new Set(errors)].map((error) => (
              <li key={error}>
                <PlainLine html={error} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
