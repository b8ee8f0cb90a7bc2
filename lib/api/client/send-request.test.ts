import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { ApiError } from "./api-error";
import { call } from "./call";

const received: { method: string | undefined; url: string | undefined; type: string | undefined; body: string }[] = [];
let answer: (response: ServerResponse) => void = () => {};

const server = createServer(async (request, response) => {
  let body = "";
  for await (const piece of request) body += piece;
  received.push({ method: request.method, url: request.url, type: request.headers["content-type"], body });
  answer(response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // In a page, URLs are relative to it.
  const { port } = server.address() as AddressInfo;
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init));
});

afterAll(() => server.close());

it("sends a JSON body with the endpoint's method, and returns the response", async () => {
  answer = (response) => response.end('{"ok":true}');
  expect(await call(endpoints.updateUser, { path: { id: "7" }, body: { role: "admin" } })).toEqual({ ok: true });
  expect(await call(endpoints.deleteView, { path: { id: "7" } })).toEqual({ ok: true });
  expect(received).toEqual([
    { method: "PATCH", url: "/api/v1/settings/users/7", type: "application/json", body: '{"role":"admin"}' },
    { method: "DELETE", url: "/api/v1/views/7", type: undefined, body: "" },
  ]);
});

it("throws the server's error message", async () => {
  answer = (response) => {
    response.writeHead(429, { "Retry-After": "90" });
    response.end('{"error":"Too many attempts.","code":"too_many_attempts","parameter":"email"}');
  };
  const error = await failureOf(call(endpoints.getMe));
  expect(error).toMatchObject({ status: 429, code: "too_many_attempts", parameter: "email", retryAfterSeconds: 90 });
  expect(error.message).toBe("Too many attempts.");
});

it.each(["<h1>Bad gateway</h1>", "null", '{"error":{"nested":true}}'])(
  "includes the status of a response that is not the API's: %s",
  async (body) => {
    answer = (response) => response.writeHead(502).end(body);
    const error = await failureOf(call(endpoints.getMe));
    expect(error).toMatchObject({ status: 502, code: null, parameter: null, retryAfterSeconds: null });
    expect(error.message).toContain("502");
  },
);

it("reports that the server can't be reached", async () => {
  answer = (response) => response.destroy();
  expect(await failureOf(call(endpoints.getMe))).toMatchObject({ status: 0, code: "unreachable" });
});

it("rethrows the reason of an abort", async () => {
  const signal = AbortSignal.abort(new Error("The page was left."));
  await expect(call(endpoints.getMe, { signal })).rejects.toThrow("The page was left.");
});

async function failureOf(request: Promise<unknown>): Promise<ApiError> {
  const error = await request.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error("It is no ApiError.", { cause: error });
  return error;
}
