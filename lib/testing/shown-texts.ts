import ts from "typescript";

export interface ShownText {
  /** From 1. */
  line: number;
  /** White space is collapsed; `…` replaces interpolated values. */
  text: string;
}

const statement = /^(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|WITH) /;
/** Attributes whose texts are not displayed. */
const unread = new Set(["className", "d", "viewBox", "href", "rel", "style"]);

/** The string literals, template texts and JSX texts of a source file, without comments, imports and SQL. */
export function shownTexts(path: string, source: string): ShownText[] {
  const kind = path.endsWith(".tsx") ? ts.ScriptKind.TSX : path.endsWith(".mjs") ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const found: ShownText[] = [];
  visit(file);
  return found;

  function visit(node: ts.Node): void {
    if (isNeverShown(node)) return;
    const text = textOf(node)?.replace(/\s+/g, " ").trim();
    if (text && !statement.test(text))
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
    ts.forEachChild(node, visit);
  }
}

function isNeverShown(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isImportTypeNode(node)) return true;
  if (ts.isTaggedTemplateExpression(node)) return node.tag.getText().endsWith("sql");
  return ts.isJsxAttribute(node) && unread.has(node.name.getText());
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
}
