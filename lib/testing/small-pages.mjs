// A page server for tests of the door: it echoes requests, streams, responds slowly, hangs, and exits on request.
import { createServer } from "node:http";

const server = createServer(async (request, response) => {
  if (request.url === "/exit") process.exit(3);
  if (request.url === "/hang") return;
  if (request.url === "/slow") await new Promise((resolve) => setTimeout(resolve, 3000));
  if (request.url === "/events") {
    response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    setInterval(() => response.write("data: tick\n\n"), 20);
    return;
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url, headers } = request;
  const body = JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString(), pid: process.pid });
  response.writeHead(200, { "content-type": "application/json", "set-cookie": ["a=1", "b=2"] }).end(body);
});
process.on("message", ({ kind }) => {
  if (kind === "ping") process.send({ kind: "pong", liveViewers: 7 });
  if (kind === "stop") process.exit(0);
});
process.on("disconnect", () => process.exit(1));
console.log("▲ Next.js\nsmall pages say hello");
server.listen(0, "127.0.0.1", () => process.send({ kind: "ready", port: server.address().port }));
