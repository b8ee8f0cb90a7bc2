import { expect, test } from "vitest";
import { fileKind } from "./file-kind";
import { fileExtension, fileNameOfLink } from "./file-name";
import { fileSize } from "./file-size";

test.each([
  ["https://a.example/b/c%20d.pdf?x=1#y", "c d.pdf"],
  ["https://a.example", ""],
  ["https://a.example/", ""],
  ["https://a.example/%E0%A4%A", "%E0%A4%A"],
  ["", ""],
])("the name of %s is %j", (link, name) => {
  expect(fileNameOfLink(link)).toBe(name);
});

test.each([
  ["TICKETS.PDF", "pdf"],
  ["archive.tar.gz", "gz"],
  ["README", ""],
  ["a.b c", ""],
])("the extension of %s is %j", (name, extension) => {
  expect(fileExtension(name)).toBe(extension);
});

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1536, "1.5 KB"],
  [48_211, "47 KB"],
  [10_485_760, "10 MB"],
])("%i bytes are %s", (bytes, size) => {
  expect(fileSize(bytes)).toBe(size);
});

test.each([
  ["image/jpeg", "x", "image"],
  ["", "x.JPG", "image"],
  ["application/octet-stream", "x.mp4", "video"],
  ["text/plain", "x.png", "document"],
  ["", "x.ogg", "audio"],
  ["", "x", "document"],
])("%j %j is shown as %s", (mimeType, fileName, kind) => {
  expect(fileKind({ link: "", fileName, mimeType, caption: "", sizeInBytes: null, id: "" })).toBe(kind);
});
