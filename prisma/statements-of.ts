// Comments, strings, identifiers and Postgres's dollar quotes may contain semicolons that do not end a statement.
const token = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|;|[^;'"$-]+|[$-]/g;

/** The statements of a migration, in order, without semicolons. */
export function statementsOf(script: string): string[] {
  const statements: string[] = [];
  let statement = "";
  let code = "";
  for (const [text] of script.matchAll(token)) {
    if (text.startsWith("--")) continue;
    if (text === ";" && !isInsideTrigger(code)) {
      statements.push(statement.trim());
      statement = "";
      code = "";
      continue;
    }
    statement += text;
    if (!/^['"$]/.test(text)) code += text;
  }
  return [...statements, statement.trim()].filter((text) => text !== "");
}

/** SQLite's triggers contain statements between BEGIN and END. */
function isInsideTrigger(code: string): boolean {
  return /^\s*CREATE\s+(TEMP\s+)?TRIGGER\b/i.test(code) && /\bBEGIN\b/i.test(code) && !/\bEND\s*$/i.test(code);
}
