import type { Attachment } from "./attachment";
import { fileExtension, fileNameOfLink } from "./file-name";

export type FileKind = "image" | "audio" | "video" | "document";

const byExtension: Record<string, FileKind> = {
  ...Object.fromEntries(["jpg", "jpeg", "png", "gif", "webp", "avif", "bmp"].map((extension) => [extension, "image"])),
  ...Object.fromEntries(
    ["mp3", "ogg", "oga", "wav", "m4a", "aac", "opus", "flac"].map((extension) => [extension, "audio"]),
  ),
  ...Object.fromEntries(["mp4", "webm", "mov", "m4v", "ogv"].map((extension) => [extension, "video"])),
};

/** The kind of a file without a type: by its MIME type, else by its extension. */
export function fileKind(file: Attachment): FileKind {
  const family = file.mimeType.split("/", 1)[0];
  if (family === "image" || family === "audio" || family === "video") return family;
  if (file.mimeType !== "" && family !== "application") return "document";
  return byExtension[fileExtension(file.fileName) || fileExtension(fileNameOfLink(file.link))] ?? "document";
}
