import { FolderDestination } from "./folder-destination";
import { S3Destination } from "./s3-destination";

/** Where backups are stored. Names are file names without a folder. */
export interface Destination {
  /** Stores a file under a new name. */
  put(file: string, name: string): Promise<void>;
  /** Downloads the named backup to a file. */
  get(name: string, file: string): Promise<void>;
  names(): Promise<string[]>;
  remove(name: string): Promise<void>;
  /** The location as displayed to users. */
  describe(name: string): string;
}

const s3 = /^s3:\/\/([^/]+)\/?(.*)$/;

/**
 * Parses a folder, or `s3://BUCKET/PREFIX`.
 *
 * @throws AppError environment_invalid if credentials are missing
 */
export function destinationOf(text: string, variables: Record<string, string | undefined>): Destination {
  const [, bucket, prefix = ""] = s3.exec(text) ?? [];
  return bucket === undefined ? new FolderDestination(text) : new S3Destination(bucket, prefix, variables);
}

/** The destination and the name in `s3://BUCKET/PREFIX/NAME`; null for a file path. */
export function storedBackup(text: string): { parent: string; name: string } | null {
  if (!s3.test(text)) return null;
  const end = text.lastIndexOf("/");
  return { parent: text.slice(0, end), name: text.slice(end + 1) };
}
