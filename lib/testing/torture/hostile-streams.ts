import { connect } from "node:net";
import { webhookToken } from "./webhook-process";

/** Sends an endless chunked body; resolves with the status of the response. */
export function withoutEnd(address: string): Promise<number> {
  const chunk = `4000\r\n${"x".repeat(0x4000)}\r\n`;
  return stream(address, (write) => {
    const timer = setInterval(() => write(chunk), 1);
    return () => clearInterval(timer);
  });
}

/** Sends one byte of a body per second; resolves with the status of the response. */
export function slowly(address: string): Promise<number> {
  return stream(address, (write) => {
    const timer = setInterval(() => write("1\r\n{\r\n"), 1000);
    return () => clearInterval(timer);
  });
}

function stream(address: string, pour: (write: (text: string) => void) => () => void): Promise<number> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const head = [
      "POST /api/webhook HTTP/1.1",
      "Host: localhost",
      `Token: ${webhookToken}`,
      "Transfer-Encoding: chunked",
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    const stop = pour((text) => {
      // Prevents the sender's own memory from growing.
      if (!socket.writableNeedDrain && !socket.destroyed) socket.write(text);
    });
    let answer = "";
    socket.on("data", (data) => {
      answer += String(data);
      const status = /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1];
      if (status === undefined) return;
      stop();
      socket.destroy();
      resolve(Number(status));
    });
    socket.on("error", (error) => {
      stop();
      reject(error);
    });
    socket.on("close", () => {
      stop();
      reject(new Error("The connection was closed without an answer."));
    });
  });
}
