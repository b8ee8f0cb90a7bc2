"use client";

import { fileNameOfLink } from "@/lib/messages/parts/file-name";
import { Picture } from "./picture";

/** A picture inside a text. It loads by itself only from a media host, so that a tracking pixel learns nothing. */
export function InlineImage({ link, alternative }: { link: string; alternative: string }) {
  const fileName = fileNameOfLink(link);
  return <Picture link={link} mimeType="" fileName={fileName === "" ? "image" : fileName} alternative={alternative} />;
}
