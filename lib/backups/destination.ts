import { FolderDestination } from "./folder-destination";
import { S3Destination } from "./s3-destination";

/** Where backups are kept. Names are those of files, without a folder. */
export interface Destination {
  /** Keeps a file under a name that is new. */
  put(file: string, name: string): Promise<void>;
  /** Writes what is kept under a name to a file. */
  get(name: string, file: string): Promise<void>;
  names(): Promise<string[]>;
  remove(name: string): Promise<void>;
  /** As a person would write it. */
  describe(name: string): string;
}

const s3 = /^s3:\/\/([^/]+)\/?(.*)$/;

/**
 * A folder, or `s3://BUCKET/PREFIX`.
 * @throws AppError environment_invalid where credentials are missing
 */
export function destinationOf(text: string, variables: Record<string, string | undefined>): Destination {
  const [, bucket, prefix = ""] = s3.exec(text) ?? [];
  return bucket === undefined ? new FolderDestination(text) : new S3Destination(bucket, prefix, variables);
}

/** The destination and the name of `s3://BUCKET/PREFIX/NAME`; null for the path of a file. */
export function storedBackup(text: string): { parent: string; name: string } | null {
  if (!s3.test(text)) return null;
  const end = text.lastIndexOf("/");
  return { parent: text.slice(0, end), name: text.slice(end + 1) };
}
