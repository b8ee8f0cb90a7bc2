import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { Control } from "./control";
import type { RestartAnswer, RestartOrder } from "./messages";

const folder = mkdtempSync(join(tmpdir(), "playhead-control-"));
const order: RestartOrder = { command: ["new"], cwd: "/", env: {}, host: "127.0.0.1", database: "x", upgrades: false };
let count = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("executes an order, and reports progress", async () => {
  const { files } = openControl(async ({ command }, tell) => {
    tell(`Starting ${command}`);
    return { pid: 7 };
  });
  expect(await give(files.socket)).toEqual([
    { kind: "told", text: "Starting new" },
    { kind: "done", pid: 7, oldPid: process.pid },
  ]);
});

it("reports why an order fails, also if it is malformed", async () => {
  const { files } = openControl(() => Promise.reject(new Error("No.")));
  expect(await give(files.socket)).toEqual([{ kind: "failed", reason: "No." }]);
  expect(await give(files.socket, "{")).toEqual([{ kind: "failed", reason: expect.stringContaining("JSON") }]);
});

it("executes one at a time, and aborts when the client disconnects", async () => {
  let end = () => {};
  let isGone = false;
  const { files } = openControl((_order, _tell, signal) => {
    signal.addEventListener("abort", () => {
      isGone = true;
    });
    return new Promise((resolve) => {
      end = () => resolve({ pid: 1 });
    });
  });
  const socket = connect(files.socket);
  socket.write(`${JSON.stringify(order)}\n`);
  let refused: RestartAnswer[] = [];
  while (refused.length === 0) {
    // The first may not have been read yet.
    const answers = await Promise.race([
      give(files.socket),
      new Promise<[]>((resolve) => setTimeout(resolve, 200, [])),
    ]);
    refused = answers;
  }
  expect(refused).toEqual([{ kind: "failed", reason: expect.stringContaining("under way") }]);
  socket.destroy();
  while (!isGone) await new Promise((resolve) => setTimeout(resolve, 5));
  end();
});

it("only accepts its owner, replaces the socket of a killed process, and leaves no files behind", async () => {
  const { control, files } = openControl(async () => ({ pid: 2 }));
  const stale = openControl(async () => ({ pid: 3 }), files);
  expect(statSync(files.socket).mode & 0o077).toBe(0);
  expect(await give(files.socket)).toMatchObject([{ kind: "done", pid: 3 }]);
  expect(readFileSync(files.pid, "utf8")).toBe(`${process.pid}\n`);
  control.close();
  stale.control.remove();
  expect([existsSync(files.socket), existsSync(files.pid)]).toEqual([false, false]);
});

it("keeps the files of the process that has taken over", async () => {
  const { control, files } = openControl(async () => ({ pid: 4 }));
  writeFileSync(files.pid, "1\n");
  control.remove();
  expect(readFileSync(files.pid, "utf8")).toBe("1\n");
});

function openControl(
  restart: ConstructorParameters<typeof Control>[0]["restart"],
  files = { socket: join(folder, `${++count}.sock`), pid: join(folder, `${count}.pid`) },
) {
  const control = new Control({ ...files, restart });
  control.open();
  onTestFinished(() => control.close());
  return { control, files };
}

async function give(path: string, line = JSON.stringify(order)): Promise<RestartAnswer[]> {
  const socket = connect(path);
  socket.write(`${line}\n`);
  const lines = (await text(socket)).trim().split("\n");
  return lines.map((each) => JSON.parse(each));
}
