import { createWriteStream, openAsBlob } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { AwsClient } from "aws4fetch";
import { AppError } from "@/lib/errors/app-error";
import type { Destination } from "./destination";

/** S3's size limit for one request. */
const mostBytes = 5 * 1024 ** 3;

/**
 * Backups as objects in a bucket. `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION` and `AWS_ENDPOINT_URL` (for other
 * providers) have the same meaning as in AWS's own tools.
 */
export class S3Destination implements Destination {
  readonly #bucket: string;
  readonly #prefix: string;
  readonly #address: string;
  readonly #client: AwsClient;

  constructor(bucket: string, prefix: string, variables: Record<string, string | undefined>) {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = variables;
    const { AWS_REGION: region = "us-east-1", AWS_SESSION_TOKEN: sessionToken, AWS_ENDPOINT_URL: endpoint } = variables;
    if (!accessKeyId || !secretAccessKey) {
      throw new AppError(
        "environment_invalid",
        "Backups in a bucket need AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_ENDPOINT_URL for others than AWS.",
      );
    }
    const credentials = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
    this.#bucket = bucket;
    this.#prefix = prefix === "" || prefix.endsWith("/") ? prefix : `${prefix}/`;
    this.#address = `${(endpoint || `https://s3.${region}.amazonaws.com`).replace(/\/+$/, "")}/${bucket}`;
    this.#client = new AwsClient({ ...credentials, region, service: "s3", retries: 3 });
  }

  async put(file: string, name: string): Promise<void> {
    const body = await openAsBlob(file);
    if (body.size > mostBytes) {
      throw new AppError(
        "backup_failed",
        `The backup has ${(body.size / 1e9).toFixed(1)} GB, and S3 takes 5 GB in one request.`,
      );
    }
    // The body is not hashed for the signature, which would require reading it twice; TLS protects it.
    const headers = { "x-amz-content-sha256": "UNSIGNED-PAYLOAD", "content-length": String(body.size) };
    await this.#request("PUT", this.#urlOf(name), { headers, body });
  }

  async get(name: string, file: string): Promise<void> {
    const { body } = await this.#request("GET", this.#urlOf(name));
    // Node's and the browser's stream types differ in name only.
    const stream = Readable.fromWeb(body as ReadableStream<Uint8Array>);
    await pipeline(stream, createWriteStream(file, { flags: "wx", mode: 0o600 }));
  }

  async names(): Promise<string[]> {
    const names: string[] = [];
    for (let after = ""; ; ) {
      const query = new URLSearchParams({ "list-type": "2", prefix: this.#prefix });
      if (after !== "") query.set("start-after", after);
      const text = await (await this.#request("GET", `${this.#address}?${query}`)).text();
      const keys = [...text.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = ""]) => key);
      names.push(...keys.map((key) => key.slice(this.#prefix.length)));
      if (!text.includes("<IsTruncated>true</IsTruncated>")) return names;
      after = keys.at(-1) ?? "";
    }
  }

  async remove(name: string): Promise<void> {
    await this.#request("DELETE", this.#urlOf(name));
  }

  describe(name: string): string {
    return `s3://${this.#bucket}/${this.#prefix}${name}`;
  }

  #urlOf(name: string): string {
    return `${this.#address}/${this.#prefix}${name}`.replaceAll(" ", "%20");
  }

  /** @throws AppError backup_failed with the server's message */
  async #request(method: string, url: string, init: RequestInit = {}): Promise<Response> {
    const response = await this.#client.fetch(url, { method, ...init }).catch((error: unknown) => {
      const { cause } = error instanceof Error ? error : {};
      throw new AppError("backup_failed", `${new URL(url).host} cannot be reached: ${String(cause ?? error)}`, {
        cause: error,
      });
    });
    if (response.ok) return response;
    const [, code = response.statusText] = /<Code>([^<]+)<\/Code>/.exec(await response.text()) ?? [];
    throw new AppError("backup_failed", `${this.#bucket} refused ${method}: ${response.status} ${code}`);
  }
}
