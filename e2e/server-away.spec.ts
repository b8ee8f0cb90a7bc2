import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";
import { expect, test } from "./support/app";
import { conversation } from "./support/webhook";

/** A proxy in front of the server, which can be stopped and started. */
class Way {
  readonly #sockets = new Set<Socket>();
  readonly #target: number;
  #server = this.#listening();
  port = 0;

  constructor(target: number) {
    this.#target = target;
  }

  async open(): Promise<void> {
    this.#server = this.#listening();
    await new Promise<void>((resolve) => this.#server.listen(this.port, "127.0.0.1", resolve));
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #listening() {
    return createServer((client) => {
      const upstream = connect(this.#target, "127.0.0.1");
      for (const socket of [client, upstream]) {
        this.#sockets.add(socket);
        socket.on("error", () => {});
        socket.on("close", () => this.#sockets.delete(socket));
      }
      client.pipe(upstream).pipe(client);
      client.on("close", () => upstream.destroy());
      upstream.on("close", () => client.destroy());
    });
  }
}

test.describe("while the server does not answer", () => {
  test.use({ expectedConsole: [/Failed to load resource|ERR_|Failed to fetch|network error/] });

  test("a bar says so, loaded content stays, and everything resumes", async ({ page, server, webhook }) => {
    const word = `away${Date.now()}`;
    const [first, second] = [conversation(), conversation()];
    await webhook.deliver(first.create(`Opened before ${word}`), first.visitorSays("It is still here"));
    await webhook.deliver(second.create(`Opened meanwhile ${word}`), second.visitorSays("Nobody has read me yet"));
    const way = new Way(Number(new URL(server.url).port));
    await way.open();
    await page.goto(`http://127.0.0.1:${way.port}/conversations/${first.key}?q=${word}`);
    const entries = page.locator("[data-event-id]");
    await expect(entries.getByText("It is still here")).toBeVisible();
    const other = page.getByRole("link", { name: /Opened meanwhile/ }).first();
    await expect(other).toBeVisible();
    await expect(page.locator("[data-lost-server]")).toBeHidden();

    await way.close();
    const bar = page.locator("[data-lost-server]");
    await expect(bar).toContainText("Playhead can’t be reached.");
    await expect(bar).toContainText(/Trying again/);
    await expect(entries.getByText("It is still here")).toBeVisible();
    await other.click();
    await bar.getByRole("button", { name: "Try now" }).click();
    await expect(bar).toBeVisible();
    expect(page.url()).toContain(`127.0.0.1:${way.port}`);

    await way.open();
    await expect(bar).toBeHidden();
    await expect(entries.getByText("Nobody has read me yet")).toBeVisible();
    await webhook.deliver(second.visitorSays("And live again"));
    await expect(entries.getByText("And live again")).toBeVisible();
    await way.close();
  });
});
