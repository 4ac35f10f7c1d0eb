// The colours of rules: our part of DRL, and the conditions in it.
import { StreamLanguage, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";

const STRUCTURE = /^(?:package|rule|when|then|end)\b/;
const WORDS = /^(?:exists|not|in|contains|matches|str)\b/;
const ATOMS = /^(?:true|false|null)\b/;

export const drl = StreamLanguage.define({
  name: "drl",
  startState: () => ({ comment: false }),
  token(stream, state) {
    if (state.comment || stream.match("/*")) {
      state.comment = !stream.match(/.*?\*\//);
      if (state.comment) {
        stream.skipToEnd();
      }
      return "comment";
    }
    if (stream.eatSpace()) {
      return null;
    }
    if (stream.match(/\/\/.*/)) {
      return "comment";
    }
    if (stream.match(/"(?:[^"\\]|\\.)*"?/)) {
      return "string";
    }
    if (stream.match(/[0-9]+(?:\.[0-9]+)?/)) {
      return "number";
    }
    if (stream.match(/@[A-Za-z]+/)) {
      return "meta";
    }
    if (stream.match(STRUCTURE)) {
      return "keyword";
    }
    if (stream.match(ATOMS)) {
      return "atom";
    }
    if (stream.match(WORDS)) {
      return "operatorKeyword";
    }
    if (stream.match(/propose\b/)) {
      return "variableName.standard";
    }
    if (stream.match(/[A-Z][A-Za-z0-9]*/)) {
      return "typeName";
    }
    if (stream.match(/[a-z][A-Za-z0-9]*/)) {
      return stream.peek() === "(" ? "propertyName.standard" : "propertyName";
    }
    if (stream.match(/[<>=!&|]+/)) {
      return "operator";
    }
    stream.next();
    return null;
  },
  languageData: {
    commentTokens: { line: "//", block: { open: "/*", close: "*/" } },
    closeBrackets: { brackets: ["(", "\""] },
  },
});

export const colours = syntaxHighlighting(HighlightStyle.define([
  { tag: tags.comment, color: "var(--ink-faint)", fontStyle: "italic" },
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.operatorKeyword, color: "var(--accent)" },
  { tag: tags.operator, color: "var(--ink-soft)" },
  { tag: tags.propertyName, color: "var(--ink)" },
  { tag: tags.typeName, color: "var(--send)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--hold)" },
  { tag: [tags.number, tags.atom, tags.bool], color: "var(--hold)" },
  { tag: tags.meta, color: "var(--drop)" },
  { tag: tags.definition(tags.propertyName), color: "var(--send)" },
  { tag: tags.standard(tags.propertyName), color: "var(--ink)", fontWeight: "600" },
  { tag: tags.standard(tags.variableName), color: "var(--accent)", fontWeight: "600" },
  { tag: tags.invalid, color: "var(--fault)" },
]));
