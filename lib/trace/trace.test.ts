import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { Door } from "@/lib/door/door";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventOf } from "@/lib/testing/deliver";
import { useLogThread } from "@/lib/testing/processes/start-log-thread";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");
vi.stubEnv("OTEL_TRACES_SAMPLER_ARG", "1");
const startWorker = useLogThread();
const received: string[] = [];
let collector: Server;

beforeAll(async () => {
  collector = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece) => pieces.push(piece));
    request.on("end", () => {
      received.push(`${request.url} ${Buffer.concat(pieces).toString("latin1")}`);
      response.end();
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", `http://127.0.0.1:${(collector.address() as AddressInfo).port}`);
});
afterAll(() => void collector.close());

describeEachDatabase("the spans of a delivery", (_openStore, createDatabase) => {
  it("contain numbers, and nothing from conversations", async () => {
    const database = await createDatabase();
    const door = new Door({ startThread: () => startWorker(database), pagesCommand: null, port: 0 });
    const url = `http://127.0.0.1:${await door.listen()}`;
    const events = [eventOf("note", { note: "a secret of the visitor" }, "2024-01-01 00:00:00", "the-key-of-one")];
    const headers = { token: "right", "x-request-id": "the-id-of-one" };
    const answer = await fetch(`${url}/api/webhook`, { method: "POST", headers, body: JSON.stringify({ events }) });
    expect(answer.status).toBe(200);
    received.length = 0;
    await door.stop();
    const sent = received.join("\n");
    expect(sent).toContain("/v1/traces");
    for (const text of ["receive", "commit", "service.version", "playhead"]) expect(sent).toContain(text);
    for (const text of ["secret", "visitor", "the-key-of-one", "the-id-of-one", "right", "note"]) {
      expect(sent).not.toContain(text);
    }
  });
});
