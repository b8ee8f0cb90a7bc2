import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { freePort } from "@/lib/testing/processes/free-port";

const hasNginx = spawnSync("nginx", ["-v"]).status === 0 && spawnSync("openssl", ["version"]).status === 0;

it.skipIf(!hasNginx)(
  "passes on large deliveries, the client's address, and each piece of a stream at once",
  async () => {
    const seen: { headers: IncomingMessage["headers"]; bytes: number }[] = [];
    const server = createServer(async (incoming, response) => {
      seen.push({ headers: incoming.headers, bytes: (await buffer(incoming)).byteLength });
      // The answer does not end, as that of a live page.
      response.write("first piece");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    // A server that listens on a port has an address of this kind.
    const { port } = server.address() as AddressInfo;
    const [folder, httpsPort] = [mkdtempSync(join(tmpdir(), "playhead-nginx-")), await freePort()];
    const file = writeConfig(folder, httpsPort, await freePort(), port);
    const nginx = spawn("nginx", ["-c", file, "-g", "daemon off;"], { stdio: "ignore" });
    try {
      await expect
        .poll(() => deliver(httpsPort, Buffer.alloc(1_048_576)).catch(() => null), { timeout: 20_000 })
        .toMatchObject({ status: 200, piece: "first piece" });
      expect(seen.at(-1)).toMatchObject({
        bytes: 1_048_576,
        headers: { "x-forwarded-for": "127.0.0.1", "x-forwarded-proto": "https", host: "playhead.example.com" },
      });
    } finally {
      nginx.kill();
      await once(nginx, "exit");
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

/** The example, with the addresses and files that an administrator replaces. */
function writeConfig(folder: string, httpsPort: number, httpPort: number, playheadPort: number): string {
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const own = ["-keyout", key, "-out", certificate, "-days", "1", "-subj", "/CN=playhead.example.com"];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...own], { stdio: "ignore" });
  const site = readFileSync("deploy/nginx.conf", "utf8")
    .replace("/etc/ssl/playhead/fullchain.pem", certificate)
    .replace("/etc/ssl/playhead/privkey.pem", key)
    .replace("listen 443", `listen 127.0.0.1:${httpsPort}`)
    .replace("listen 80", `listen 127.0.0.1:${httpPort}`)
    .replace("127.0.0.1:3000", `127.0.0.1:${playheadPort}`);
  const file = join(folder, "nginx.conf");
  // Else the processes of nginx could not enter the folder.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const head = `${user} pid ${folder}/pid; error_log ${folder}/errors.log; events {}`;
  writeFileSync(file, `${head}\nhttp { access_log off; client_body_temp_path ${folder}/bodies;\n${site} }\n`);
  return file;
}

/** Resolves with the first piece of the answer. */
function deliver(port: number, body: Buffer): Promise<{ status: number | undefined; piece: string }> {
  return new Promise((resolve, reject) => {
    const headers = { host: "playhead.example.com", "content-length": body.byteLength };
    const own = { host: "127.0.0.1", port, path: "/api/webhook", method: "POST", headers, rejectUnauthorized: false };
    const sent = request(own, (response) => {
      response.once("data", (piece) => {
        resolve({ status: response.statusCode, piece: String(piece) });
        response.destroy();
      });
    });
    sent.on("error", reject).end(body);
  });
}
