// The editor over the plain text field. The field stays what the form sends and the server checks; without this script it is the editor.
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers, highlightActiveLine, highlightActiveLineGutter, drawSelection } from "@codemirror/view";
import { history, historyKeymap, defaultKeymap } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { drl, colours } from "siyu/drl";
import { yaml } from "siyu/yaml";
import { Vocabulary, conditionAt } from "siyu/complete";
import { show } from "siyu/faults";
import { backtest } from "siyu/backtest";
import { beside, showBeside, showMarks } from "siyu/beside";
import { look } from "siyu/look";

const RESTING_MILLIS = 500;

const field = document.getElementById("text");
const path = field.dataset.path;
const language = document.documentElement.lang.slice(0, 2);
const unsaved = document.getElementById("unsaved");
const keys = document.getElementById("keys");
const sorry = document.getElementById("sorry");

const vocabulary = field.dataset.language === "text" ? Promise.resolve(null)
  : fetch(field.dataset.vocabulary, { credentials: "same-origin" })
    .then(answer => answer.ok ? answer.json() : null)
    .then(told => told && new Vocabulary(told, language))
    .catch(() => null);

async function offered(context) {
  const words = await vocabulary;
  return words && (field.dataset.language === "drl" ? words.rules(context) : words.yaml(context));
}

function phrases() {
  return Object.fromEntries((field.dataset.words || "").split("|").filter(pair => pair.includes("=")).map(pair => pair.split("=")));
}

let resting = 0;
function rest(view) {
  clearTimeout(resting);
  resting = setTimeout(() => tellOfCondition(view), RESTING_MILLIS);
}

async function tellOfCondition(view) {
  const asked = view.state;
  const at = field.dataset.language === "drl" ? conditionAt(asked.doc, asked.selection.main.head) : null;
  const text = at && await backtest(field, asked.doc, at, asked.selection.main.head);
  if (text && view.state.doc.eq(asked.doc) && view.state.selection.eq(asked.selection)) {
    showBeside(view, at.line, text);
  }
}

function changed(update) {
  if (update.docChanged) {
    field.value = update.state.doc.toString();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    unsaved.hidden = update.state.doc.eq(first);
  }
  if (update.docChanged || update.selectionSet) {
    rest(update.view);
  }
}

// why: within a shadow root the library adopts its style sheets, which needs no inline style in the page's policy
const host = document.createElement("div");
host.className = "editor";
field.before(host);
const root = host.attachShadow({ mode: "open" });

const view = new EditorView({
  root,
  parent: root,
  state: EditorState.create({
    doc: field.value,
    extensions: [
      beside,
      lintGutter(),
      lineNumbers(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ override: [offered], icons: false }),
      search({ top: true }),
      keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
      indentUnit.of(field.dataset.language === "yaml" ? "  " : "    "),
      EditorState.tabSize.of(4),
      EditorState.phrases.of(phrases()),
      EditorView.contentAttributes.of({
        "aria-label": document.querySelector("label[for=text]").textContent,
        "aria-description": keys.textContent,
        spellcheck: "false",
        autocapitalize: "off",
      }),
      EditorView.updateListener.of(changed),
      field.dataset.language === "drl" ? drl : field.dataset.language === "yaml" ? yaml : [],
      colours,
      look,
    ],
  }),
});
const first = view.state.doc;
field.hidden = true;
keys.hidden = false;
show(view, path);

function go(line, column) {
  const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
  const units = Array.from(at.text).slice(0, Math.max(0, column - 1)).join("").length;
  const anchor = Math.min(at.to, at.from + units);
  view.dispatch({ selection: { anchor, head: at.to }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
  view.focus();
}

const linked = /^#L(\d+)$/.exec(location.hash);
if (linked) {
  go(Number(linked[1]), 1);
}

document.addEventListener("click", click => {
  const link = click.target.closest("a[data-line]");
  if (link) {
    click.preventDefault();
    go(Number(link.dataset.line), Number(link.dataset.column));
  }
});

let asked = null;
document.body.addEventListener("htmx:beforeRequest", event => {
  sorry.hidden = true;
  if (event.detail.elt === field) {
    asked = view.state.doc;
  }
});
document.body.addEventListener("htmx:afterSwap", event => {
  // why: of an older text the places may be wrong; the check of the newer one is under way
  if (event.detail.target.id === "faults" && asked && asked.eq(view.state.doc)) {
    show(view, path);
  } else if (event.detail.target.id === "trial") {
    showMarks(view);
  }
});
for (const failed of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(failed, () => {
    sorry.textContent = field.dataset.sorry;
    sorry.hidden = false;
  });
}

let leaving = false;
field.form.addEventListener("submit", () => {
  leaving = true;
});
addEventListener("beforeunload", event => {
  if (!leaving && !view.state.doc.eq(first)) {
    event.preventDefault();
  }
});
