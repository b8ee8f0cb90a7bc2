"use client";

import { fileNameOfLink } from "@/lib/messages/parts/file-name";
import { Picture } from "./picture";

/** A picture within a text. It loads automatically only from a media host, so that tracking pixels do not work. */
export function InlineImage({ link, alternative }: { link: string; alternative: string }) {
  const fileName = fileNameOfLink(link);
  return <Picture link={link} mimeType="" fileName={fileName === "" ? "image" : fileName} alternative={alternative} />;
}
