import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { Connections } from "./connections";

const sockets = (count: number) => Array.from({ length: count }, () => new Socket());
const areOpen = (list: readonly Socket[]) => list.map(({ destroyed }) => !destroyed);

it("closes the oldest idle connection of a non-sender when there are too many", () => {
  const connections = new Connections({ limit: 4, graceMs: 0 });
  const list = sockets(6);
  const [sender, busy, idle, , next, last] = list as [Socket, Socket, Socket, Socket, Socket, Socket];
  for (const socket of list.slice(0, 4)) connections.add(socket);
  connections.trust(sender);
  const done = connections.use(busy);
  connections.add(next);
  expect(areOpen(list)).toEqual([true, true, false, true, true, true]);
  done();
  connections.add(last);
  expect(areOpen(list)).toEqual([true, false, false, true, true, true]);
  expect(idle.destroyed).toBe(true);
});

it("closes the newest if all others are new or busy", () => {
  const connections = new Connections({ limit: 2, graceMs: 60_000 });
  const list = sockets(3);
  for (const socket of list) connections.add(socket);
  expect(areOpen(list)).toEqual([true, true, false]);
});

it("closes a sender's connection only if there is no other, the least recently used first", async () => {
  const connections = new Connections({ limit: 3, graceMs: 0 });
  const list = sockets(5);
  const [first, second, third, fourth, fifth] = list as [Socket, Socket, Socket, Socket, Socket];
  for (const socket of [first, second]) connections.add(socket);
  for (const socket of [first, second]) connections.trust(socket);
  connections.add(third);
  await pause(5);
  connections.use(first)();
  connections.add(fourth);
  expect(areOpen(list)).toEqual([true, true, false, true, true]);
  connections.trust(fourth);
  connections.add(fifth);
  expect(areOpen(list)).toEqual([true, false, false, true, true]);
});
