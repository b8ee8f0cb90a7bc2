import type { Attachment } from "./attachment";
import { fileExtension, fileNameOfLink } from "./file-name";

/** An SVG is a document that can contain scripts and load other files, so it is only linked, never shown. */
export function isVectorImage(file: Pick<Attachment, "fileName" | "link" | "mimeType">): boolean {
  const extensions = [fileExtension(file.fileName), fileExtension(fileNameOfLink(file.link))];
  return file.mimeType.includes("svg") || extensions.some((extension) => extension === "svg" || extension === "svgz");
}
