import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Container, canContain, imageUser } from "./container";

/** Above the base image. */
const mostBytes = 150e6;

const folder = mkdtempSync(join(tmpdir(), "playhead-image-"));
const image = join(folder, "app");
let container: Container | null = null;

beforeAll(() => {
  chmodSync(folder, 0o755);
  execFileSync(process.execPath, ["lib/cli/image.mjs", image], { stdio: "pipe" });
}, 600_000);
afterEach(() => container?.remove());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the image's files", () => {
  const paths = () =>
    readdirSync(image, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(image, path)).isFile());

  it("are 150 MB at most", () => {
    const sizes = paths().map((path) => statSync(join(image, path)).size);
    expect(sizes.length).toBeGreaterThan(500);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostBytes);
  });

  it("hold no sources, no tools for building, and nothing that the server does not need", () => {
    expect(paths().filter((path) => /\.tsx?$/.test(path))).toEqual([]);
    const absent = ["tsx", "typescript", "esbuild", "sharp", "@img", "prisma", "@biomejs", "next/dist/bin"];
    expect(absent.filter((name) => existsSync(join(image, "node_modules", name)))).toEqual([]);
    expect(["lib", ".git", "data", ".env"].filter((name) => existsSync(join(image, name)))).toEqual([]);
  });

  it("run on both processors", () => {
    const binaries = readdirSync(join(image, "node_modules/better-sqlite3/prebuilds"));
    expect(binaries).toEqual(["linux-arm64.node", "linux-x64.node"]);
  });
});

describe.skipIf(!canContain())("a container on a read-only file system, without a network", () => {
  it("serves pages, stores deliveries, runs commands, and a stop ends it in order", async () => {
    container = start(dataOf(imageUser));
    await container.untilPrinted(/Webhook {2,}http/);
    const delivery = '{"events":[]}';
    expect(
      fetchInside(
        "/api/webhook",
        `{ method: "POST", headers: { authorization: "Bearer a-token" }, body: '${delivery}' }`,
      ),
    ).toMatchObject({ status: 200 });
    expect(fetchInside("/sign-in")).toMatchObject({ status: 200, text: expect.stringContaining("Playhead") });
    expect(fetchInside("/manifest.webmanifest")).toMatchObject({ status: 200 });
    expect(fetchInside("/icon.svg")).toMatchObject({ status: 200 });
    const [script = ""] = /\/_next\/static\/[^"]+\.js/.exec(fetchInside("/sign-in").text) ?? [];
    expect(fetchInside(script)).toMatchObject({ status: 200 });
    const headers = `{ headers: { authorization: "Bearer an-api-token" } }`;
    expect(fetchInside("/api/v1/conversations?q=refund", headers)).toMatchObject({ status: 200 });
    expect(container.isHealthy()).toBe(true);
    expect(run("user", "add", "ada@example.com", "--admin")).toContain("Added ada@example.com.");
    expect(run("user", "list")).toContain("ada@example.com\tadmin");
    expect(run("backup", join(folder, "data", "backup.db"))).toContain("integrity check ok");
    expect(await container.stop()).toBe(0);
    expect(container.printed).not.toMatch(/ERROR|WARN|EROFS|reader thread/);
  }, 180_000);

  it.each([["the user that runs it", 0, `chown -R ${imageUser}:${imageUser} ${join(folder, "data")}`]])(
    "says which folder does not belong to %s, and what to do",
    async (_, owner, remedy) => {
      container = start(dataOf(owner));
      expect(await container.ended).toBe(1);
      expect(container.printed).toContain(remedy);
    },
    60_000,
  );
});

function start(data: string): Container {
  return new Container({ image, data, variables: { WEBHOOK_TOKENS: "a-token", PLAYHEAD_API_TOKEN: "an-api-token" } });
}

function dataOf(owner: number): string {
  const data = join(folder, "data");
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data);
  chownSync(data, owner, owner);
  return data;
}

function run(command: string, ...args: string[]): string {
  return container?.execute(process.execPath, `.next/door/${command}.mjs`, ...args) ?? "";
}

/** The answer to a request that comes from inside: nothing comes from outside. */
function fetchInside(path: string, options = "{}"): { status: number; text: string } {
  const program = `fetch("http://127.0.0.1:3000${path}", ${options})
    .then(async (answer) => console.log(JSON.stringify({ status: answer.status, text: await answer.text() })))`;
  return JSON.parse(container?.execute(process.execPath, "-e", program) ?? "null");
}
