import { inflateRawSync } from "node:zlib";
import { beforeAll, expect, it, vi } from "vitest";
import { eventWithRaw } from "@/lib/api/schemas/event";
import { csvColumns } from "@/lib/columns/csv-columns";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { GET as transcript } from "../conversations/[key]/transcript/route";
import { GET } from "./route";
import { GET as sizeOf } from "./size/route";

const token = "token-for-the-tests-of-the-export";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const hostile = {
  title: '=HYPERLINK("https://evil.example","a,b")',
  visitor_name: "line one\r\nline two",
  formula: "  @SUM(A1:A9)",
  labels: [
    { id: 901, name: "=1+1" },
    { id: 902, name: "@x" },
  ],
};

describeEachDatabase("the export", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;
  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    for (const body of manyConversations(60)) await deliver(store, body);
    const creation = {
      title: hostile.title,
      variables: [{ name: "visitor_name", type: "text", value: hostile.visitor_name }],
    };
    const variables = [
      { name: "formula", type: "text", value: hostile.formula },
      { name: "debt", type: "number", value: -5 },
      { name: 'size, "cm"', type: "text", value: "40" },
    ];
    await deliver(store, {
      events: [
        eventOf("conversation_create", creation, "2024-05-05 10:00:00.000001", "hostile"),
        eventOf("variables", { variables }, "2024-05-05 10:00:00.000002", "hostile"),
        eventOf("conversation_labels", { action: "added", labels: hostile.labels }, "2024-05-05 10:00:01", "hostile"),
      ],
    });
    // Longer than a chunk, and simultaneous except for the two halves.
    const events = Array.from({ length: 700 }, (_, place) =>
      eventOf("note", { note: `Note ${place}` }, `2024-06-06 10:00:0${place % 2}.000000`, "long"),
    );
    await deliver(store, { events });
  });

  it("has one row per matching conversation, with the columns' names as header", async () => {
    const rows = readCsv(await text("format=csv"));
    expect(rows[0]).toEqual([...csvColumns]);
    expect(rows).toHaveLength(1 + (await store.reader.conversation.count()));
    const open = readCsv(await text("format=csv&status=open&columns=key,status&columns=eventCount"));
    expect(open[0]).toEqual(["key", "status", "eventCount"]);
    const stored = await store.reader.conversation.findMany({ where: { status: "open" }, orderBy: { id: "asc" } });
    expect(open.slice(1)).toEqual(stored.map((row) => [row.key, "open", String(row.eventCount)]));
  });

  it("escapes visitors' texts so that no spreadsheet runs them", async () => {
    const csv = await text(
      "format=csv&visitor=a569015fa03d41a283ed4c66c4601966&q=evil.example&columns=title,visitor.name,labels,var.formula,var.debt,var.none",
    );
    expect(readCsv(csv)[1]).toEqual([
      `'${hostile.title}`,
      hostile.visitor_name,
      "'=1+1;' @x",
      `'${hostile.formula}`,
      "-5",
      "",
    ]);
    expect(csv.includes(`"'=HYPERLINK(""https://evil.example"",""a,b"")","line one\r\nline two"`)).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
  });

  it("shows who waited, the first message and the drop-off, and filters by them", async () => {
    const by = (type: string) => ({ message_by: { type, id: null, email: null } });
    const at = (minute: number) => `2024-07-07 10:${String(minute).padStart(2, "0")}:00.000000`;
    const prompt = {
      type: "form",
      payload: { title: "Your order?", fields: [{ title: "Number", variable: "order" }] },
    };
    await deliver(store, {
      events: [
        eventOf("message", { ...by("visitor"), message: { type: "text", text: "Where is it?" } }, at(0), "waited"),
        eventOf("status", { status: "Close" }, at(1), "waited"),
        eventOf("status", { status: "Open" }, at(2), "waited"),
        eventOf("assignee_change", { from: null, to: { type: "user", id: "8", email: null } }, at(3), "waited"),
        eventOf("message", { ...by("user"), message: { type: "text", text: "Here." } }, at(9), "waited"),
        eventOf("message", { ...by("bot"), message: prompt }, at(10), "waited"),
      ],
    });
    const names = "key,firstVisitorMessage,reopened,humanWaitMs,firstReplyMs,lastPrompt.text,lastPrompt.answered";
    const filters =
      "key=waited&reopened=yes&wait=>5m&firstReply=9m..10m&waiting=no&unanswered=form&stoppedAt=Your+order?";
    expect(readCsv(await text(`format=csv&${filters}&columns=${names}`)).slice(1)).toEqual([
      ["waited", "Where is it?", "true", "360000", "540000", "Your order?", "false"],
    ]);
    for (const other of [
      "reopened=no",
      "wait=<5m",
      "firstReply=>10m",
      "waiting=yes",
      "unanswered=no",
      "-stoppedAt=Your+order?",
    ]) {
      expect(readCsv(await text(`format=csv&key=waited&${other}&columns=key`)).slice(1), other).toEqual([]);
    }
  });

  it("has a column for any variable, whatever its name contains", async () => {
    const columns = new URLSearchParams({ columns: 'key,"var.size, ""cm"""' });
    const rows = readCsv(await text(`format=csv&q=evil.example&${columns}`));
    expect(rows).toEqual([
      ["key", 'var.size, "cm"'],
      ["hostile", "40"],
    ]);
  });

  it("has one line per event, with everything received, by conversation and in timeline order", async () => {
    const lines = readLines(await text("format=jsonl"));
    const order = [{ conversationId: "asc" as const }, { occurredAt: "asc" as const }, { id: "asc" as const }];
    const stored = await store.reader.event.findMany({ orderBy: order });
    expect(lines.map(({ id }) => id)).toEqual(stored.map(({ id }) => String(id)));
    expect(lines.map(({ raw }) => raw)).toEqual(stored.map(({ raw }) => raw));
    expect(lines.map(({ deliveryId }) => deliveryId)).toEqual(stored.map(({ deliveryId }) => String(deliveryId)));
    expect(readLines(await text("format=jsonl&q=hyperlink"))).toHaveLength(3);
    expect(await text("format=jsonl&q=nobody+ever+said+this")).toBe("");
  });

  it("begins with a byte order mark if requested", async () => {
    const bytes = new Uint8Array(await (await call("format=csv&bom=true&columns=key")).arrayBuffer());
    expect([...bytes.slice(0, 6)]).toEqual([0xef, 0xbb, 0xbf, ...Buffer.from("key")]);
  });

  it.each(["txt", "md", "html", "json"] as const)("zips the transcripts of matches, as %s", async (form) => {
    const response = await call(`format=zip&transcript=${form}&status=open`);
    expect(response.headers.get("content-type")).toBe("application/zip");
    const files = readZip(Buffer.from(await response.arrayBuffer()));
    const open = await store.reader.conversation.findMany({ where: { status: "open" } });
    expect(files.size).toBe(open.length);
    expect([...files.keys()].every((name) => /^[^/\\]+$/.test(name) && name.endsWith(`.${form}`))).toBe(true);
    for (const { key } of some(open.slice(0, 20))) {
      const [name] = [...files.keys()].filter((one) => one.endsWith(`${key}.${form}`));
      const alone = await transcript(
        new Request(`http://localhost:3000/api/v1/conversations/${key}/transcript?format=${form}`, { headers }),
      );
      expect(files.get(name ?? "")).toBe(await alone.text());
    }
    expect(readZip(Buffer.from(await (await call("format=zip&q=nobody+ever+said+this")).arrayBuffer())).size).toBe(0);
  });

  it("returns its size beforehand", async () => {
    const size = await sizeOf(new Request("http://localhost:3000/api/v1/export/size?status=open", { headers }));
    const lines = readLines(await text("format=jsonl&status=open"));
    const conversations = await store.reader.conversation.count({ where: { status: "open" } });
    expect(await size.json()).toEqual({ conversations, events: lines.length });
  });

  it("excludes what is stored after it began, and stops when the client disconnects", async () => {
    const response = await call("format=jsonl&q=Note+1");
    await deliver(store, { events: [eventOf("note", { note: "Note 1 again" }, "2024-06-06 09:00:00", "long")] });
    expect((await response.text()).includes("again")).toBe(false);

    const left = await call("format=jsonl");
    const queries = vi.spyOn(store.reader, "$queryRaw");
    const reader = left.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const asked = queries.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(queries.mock.calls.length).toBe(asked);
    queries.mockRestore();
  });

  it("keeps neither a transaction nor the WAL occupied while its client is stalled, and continues when it reads again", async () => {
    const response = await call("format=jsonl");
    const reader = response.body?.getReader();
    const first = await reader?.read();
    const queries = vi.spyOn(store.reader, "$queryRaw");
    await new Promise((resolve) => setTimeout(resolve, 50));
    // At most the chunk that waits for the reader.
    expect(queries.mock.calls.length).toBeLessThanOrEqual(1);
    queries.mockRestore();
    await deliver(store, { events: [eventOf("note", { note: "Meanwhile" }, "2024-07-07 10:00:00", "meanwhile")] });
    expect(await heldBy(store)).toBe(0);
    const lines = [first?.value];
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) lines.push(next.value);
    const all = Buffer.concat(lines.map((bytes) => bytes ?? new Uint8Array())).toString();
    expect(all.includes("Meanwhile")).toBe(false);
    expect(readLines(all)).toHaveLength((await store.reader.event.count()) - 1);
  });

  it("names an invalid parameter", async () => {
    for (const [query, parameter] of [
      ["", "format"],
      ["format=xml", "format"],
      ["format=csv&columns=key,colour", "columns"],
      ["format=csv&status=ajar", "status"],
      ["format=csv&limit=5", "limit"],
    ]) {
      const response = await call(query ?? "");
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ parameter });
    }
    expect((await GET(new Request("http://localhost:3000/api/v1/export?format=csv"))).status).toBe(401);
  });
});

type OpenStore = Parameters<typeof useStore>[0];

/** Pages of the WAL that a reader keeps SQLite from checkpointing; on Postgres, open transactions. */
async function heldBy({ dialect, reader }: OpenStore): Promise<number> {
  if (dialect === "postgresql") {
    const [row] = await reader.$queryRaw<{ open: number }[]>`
      SELECT count(*)::int AS "open" FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`;
    return row?.open ?? Number.NaN;
  }
  const [row] = await reader.$queryRaw<{ log: bigint; checkpointed: bigint }[]>`PRAGMA wal_checkpoint(PASSIVE)`;
  return Number(row?.log) - Number(row?.checkpointed);
}

const headers = { authorization: `Bearer ${token}` };

function call(query: string): Promise<Response> {
  return GET(new Request(`http://localhost:3000/api/v1/export?${query}`, { headers }));
}

async function text(query: string): Promise<string> {
  const response = await call(query);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^(text\/csv|application\/x-ndjson)/);
  expect(response.headers.get("cache-control")).toBe("no-store");
  return response.text();
}

function readLines(jsonl: string) {
  const lines = jsonl.split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => eventWithRaw.strict().parse(JSON.parse(line)));
}

/** RFC 4180. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

/** The files of a zip by name, read from its directory. */
function readZip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06"));
  expect(end).toBeGreaterThanOrEqual(0);
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString("utf8", at + 46, at + 46 + (nameSize ?? 0));
    const header = zip.readUInt32LE(at + 42);
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    files.set(name, inflateRawSync(packed).toString("utf8"));
    at += 46 + (nameSize ?? 0) + (extraSize ?? 0) + (commentSize ?? 0);
  }
  return files;
}
