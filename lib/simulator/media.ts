import type { MediaFile } from "./messages";
import type { Random } from "./random";

const kinds = {
  image: ["image/jpeg", ["lamp-shade-crack.jpg", "IMG_2087.jpg", "kettle-underside.jpg", "parcel-label.jpg"]],
  audio: ["audio/mpeg", ["voice-message-0412.mp3", "PTT-20261119-WA0003.mp3"]],
  video: ["video/mp4", ["lamp-flicker.mp4", "unboxing.mp4"]],
  document: ["application/pdf", ["invoice-2291.pdf", "return-label.pdf", "warranty-terms.pdf"]],
} as const;

/** A link like the platform's to a file that does not exist: pages show the name and a fallback. */
export function mediaFile(random: Random, kind: keyof typeof kinds, botId: number): MediaFile {
  const [mimeType, names] = kinds[kind];
  const fileName = random.pick(names);
  const host = random.chance(0.8)
    ? "https://playhead-simulated-attachments.storage.googleapis.com"
    : "https://files.example.com";
  return { link: `${host}/${botId}/${random.hex(12)}_${fileName}`, mime_type: mimeType, file_name: fileName };
}
