import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { expect, it } from "vitest";
import { openApi } from "./openapi";

// The folder exists, so that the compiler resolves modules from it; the test's files do not.
const folder = `${process.cwd()}/lib/api/openapi`;

/** A program that uses a generated client. */
const program = `
import createClient from "openapi-fetch";
import type { components, paths } from "./schema";

const client = createClient<paths>({ baseUrl: "http://localhost:3000/api/v1", headers: { Authorization: "Bearer t" } });

export async function use(): Promise<string[]> {
  const query = { status: ["open" as const], variables: { "var.plan": "pro" }, sort: "-lastEventAt" as const, limit: 5 };
  const { data, error } = await client.GET("/conversations", { params: { query } });
  if (error !== undefined) throw new Error(error.code === "bad_request" ? error.parameter : error.error);
  const summaries: components["schemas"]["Summary"][] = data.data;
  const next: string | null = data.nextCursor;
  const [first] = summaries;
  const { data: state } = await client.GET("/conversations/{key}", { params: { path: { key: first?.key ?? "" } } });
  const plan: unknown = state?.variables.plan?.value;
  const { data: me } = await client.GET("/me");
  const role: "admin" | "privacy" | "agent" | "analyst" | "viewer" | null | undefined = me?.role;
  const { data: token } = await client.POST("/settings/api-tokens", {
    params: { header: { Origin: "http://localhost:3000" } },
    body: { name: "Weekly report" },
  });
  // @ts-expect-error the key of the path is missing
  await client.GET("/conversations/{key}", {});
  // @ts-expect-error there is no such order
  await client.GET("/conversations", { params: { query: { sort: "colour" } } });
  // @ts-expect-error the body needs a name
  await client.POST("/settings/api-tokens", { params: { header: { Origin: "" } }, body: {} });
  return [next, plan, role, token?.token].map(String);
}
`;

it("generates a client that compiles, with types for requests and responses", async () => {
  const document = openApi({
    appUrl: "http://localhost:3000",
    version: "1.2.3",
    sessionCookie: "playhead.session_token",
  });
  const schema = astToString(await openapiTS(JSON.stringify(document)));
  expect(compile({ [`${folder}/schema.ts`]: schema, [`${folder}/program.ts`]: program })).toEqual([]);
});

/** The compiler's errors for in-memory files. */
function compile(files: Record<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => name in files || fileExists(name);
  host.readFile = (name) => files[name] ?? readFile(name);
  host.getSourceFile = (name, language, ...rest) => {
    const text = files[name];
    return text === undefined ? getSourceFile(name, language, ...rest) : ts.createSourceFile(name, text, language);
  };
  const made = ts.createProgram(Object.keys(files), options, host);
  return ts.getPreEmitDiagnostics(made).map(({ messageText, file, start }) => {
    const line = file === undefined ? "" : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    return `${file?.fileName ?? ""}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
