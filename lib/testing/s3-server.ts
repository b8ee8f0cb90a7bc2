import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./processes/free-port";
import { ServerProcess } from "./processes/server-process";

export interface S3Server {
  bucket: string;
  /** As AWS's own tools read them. */
  variables: Record<string, string>;
  stop(): Promise<void>;
}

/** A server that speaks S3's protocol, in a process of its own. */
export async function startS3Server(): Promise<S3Server> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "playhead-s3-"));
  const bucket = "backups";
  const own = ["-d", folder, "-a", "127.0.0.1", "-p", String(port), "--configure-bucket", bucket];
  const server = new ServerProcess([process.execPath, "node_modules/s3rver/bin/s3rver.js", ...own], { env: {} });
  await server.untilPrinted(/(listening)/);
  const url = `http://127.0.0.1:${port}`;
  return {
    bucket,
    variables: { AWS_ENDPOINT_URL: url, AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER" },
    stop: async () => {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
