// Faults and warnings of the server's check, underlined where they are. The list beside the text is where they come from, so the two never differ.
import { setDiagnostics } from "@codemirror/lint";

function place(doc, line, column) {
  const at = doc.line(Math.min(Math.max(1, line), doc.lines));
  const units = Array.from(at.text).slice(0, Math.max(0, column - 1)).join("").length;
  const from = at.from + units;
  const rest = at.text.slice(units);
  const word = column === 0 ? rest : (/^(?:"(?:[^"\\]|\\.)*"?|[\p{L}\p{N}_.]+|[^\s\p{L}\p{N}])/u.exec(rest) || [""])[0];
  const to = Math.min(at.to, from + Math.max(1, word.length));
  return { from: column === 0 && line > 0 ? at.from + (/^\s*/.exec(at.text))[0].length : Math.min(from, at.to), to };
}

function listed(doc, path) {
  return Array.from(document.querySelectorAll("#faults [data-severity]"))
    .filter(item => item.dataset.file === path && Number(item.dataset.at) > 0)
    .map(item => ({
      ...place(doc, Number(item.dataset.at), Number(item.dataset.in)),
      severity: item.dataset.severity,
      message: item.querySelector(".faults__why").textContent,
    }))
    .sort((one, other) => one.from - other.from);
}

// Takes over what the list says and marks the file in the tree.
export function show(view, path) {
  view.dispatch(setDiagnostics(view.state, listed(view.state.doc, path)));
  const errors = document.querySelectorAll("#faults [data-severity=error][data-file=\"" + CSS.escape(path) + "\"]").length;
  const mark = document.querySelector(".tree [aria-current] .tree__mark--fault");
  if (mark) {
    mark.hidden = errors === 0;
    mark.querySelector("[data-count]").textContent = errors;
  }
}
