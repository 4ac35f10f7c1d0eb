// The colours of campaigns, templates, scenarios and settings: the plain YAML a playbook is written in.
import { StreamLanguage } from "@codemirror/language";

export const yaml = StreamLanguage.define({
  name: "yaml",
  startState: () => ({ block: -1, waits: false }),
  token(stream, state) {
    if (stream.sol()) {
      const indent = stream.indentation();
      if (state.waits) {
        state.block = indent;
        state.waits = false;
      }
      if (state.block >= 0 && indent >= state.block && state.block > 0) {
        stream.skipToEnd();
        return "string";
      }
      state.block = -1;
    }
    if (stream.eatSpace()) {
      return null;
    }
    if (stream.match(/#.*/)) {
      return "comment";
    }
    if (stream.match(/[|>][+-]?\s*(?=#|$)/)) {
      state.waits = true;
      return "operator";
    }
    if (stream.match(/-(?=\s|$)/) || stream.match(/[{}\[\],:]/)) {
      return "operator";
    }
    if (stream.match(/"(?:[^"\\]|\\.)*"?/) || stream.match(/'(?:[^']|'')*'?/)) {
      return stream.match(/\s*:(?=\s|$)/, false) ? "propertyName.definition" : "string";
    }
    if (stream.match(/[^\s{}\[\],:#"'][^{}\[\],:#]*?(?=\s*:(?:\s|$))/)) {
      return "propertyName.definition";
    }
    if (stream.match(/(?:true|false|null)(?=\s*(?:[,}\]#]|$))/)) {
      return "atom";
    }
    if (stream.match(/[0-9][0-9.:T-]*(?:[a-z%]+)?(?=\s*(?:[,}\]#\s]|$))/)) {
      return "number";
    }
    stream.match(/[^\s{}\[\],:]+/) || stream.next();
    return null;
  },
  languageData: { commentTokens: { line: "#" } },
});
