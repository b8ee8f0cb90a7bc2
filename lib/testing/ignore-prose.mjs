import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** Mutations of sentences, errors and labels do not change behavior. */
const prose = {
  shouldIgnore({ node }) {
    const text = node.type === "StringLiteral" ? node.value : node.type === "TemplateLiteral" ? wordsOf(node) : "";
    return /^[A-Z][a-z]|[a-z,;:.!?] [a-z]/i.test(text) && /[A-Za-z]{2}/.test(text) && text.includes(" ")
      ? "Words for a person."
      : undefined;
  },
};

function wordsOf({ quasis }) {
  return quasis.map(({ value }) => value.cooked ?? "").join("x");
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "prose", prose)];
