// What stands beside a line of the text: what scenarios showed of it, and a line below it for whoever knows more.
import { StateEffect, StateField, RangeSet } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, WidgetType, gutter } from "@codemirror/view";

const SIGNS = { fired: "✓", both: "✓", passed: "✓", unfired: "○", unseen: "○", held: "◐", missed: "◑", failed: "✕" };
const WORST = ["failed", "unfired", "unseen", "missed", "held", "passed", "both", "fired"];

class Mark extends GutterMarker {
  constructor(kind, told) {
    super();
    this.kind = kind;
    this.told = told;
  }
  eq(other) {
    return other.kind === this.kind && other.told === this.told;
  }
  toDOM() {
    const sign = document.createElement("span");
    sign.className = "seen seen--" + this.kind;
    sign.textContent = SIGNS[this.kind];
    sign.title = this.told;
    return sign;
  }
}

const mark = StateEffect.define();
const marks = StateField.define({
  create: () => RangeSet.empty,
  update(held, transaction) {
    held = held.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(mark)) {
        held = effect.value;
      }
    }
    return held;
  },
});

// Whether the text has changed since: then the marks are of older words.
const old = StateField.define({
  create: () => false,
  update: (held, transaction) => transaction.effects.some(effect => effect.is(mark)) ? false : held || transaction.docChanged,
  provide: field => EditorView.editorAttributes.from(field, is => ({ class: is ? "seen-old" : "" })),
});

// The marks of the scenarios that were just played; each line shows its worst, and all in its title.
export function showMarks(view) {
  const lines = new Map();
  document.querySelectorAll("#marks [data-kind]").forEach(item => {
    const line = Number(item.dataset.line);
    if (line > 0 && line <= view.state.doc.lines) {
      lines.set(line, (lines.get(line) || []).concat({ kind: item.dataset.kind, told: item.textContent }));
    }
  });
  const ranges = Array.from(lines.entries()).sort((one, other) => one[0] - other[0]).map(([line, all]) => {
    const worst = WORST.find(kind => all.some(one => one.kind === kind));
    return new Mark(worst, all.map(one => one.told).join("\n")).range(view.state.doc.line(line).from);
  });
  view.dispatch({ effects: mark.of(RangeSet.of(ranges)) });
}

class Note extends WidgetType {
  constructor(text) {
    super();
    this.text = text;
  }
  eq(other) {
    return other.text === this.text;
  }
  toDOM() {
    const note = document.createElement("div");
    note.className = "beside";
    const line = document.createElement("div");
    line.textContent = this.text;
    note.append(line);
    return note;
  }
}

const note = StateEffect.define();
const notes = StateField.define({
  create: () => Decoration.none,
  update(held, transaction) {
    held = transaction.docChanged ? Decoration.none : held;
    for (const effect of transaction.effects) {
      if (effect.is(note)) {
        const { line, text } = effect.value;
        held = text
          ? Decoration.set(Decoration.widget({ widget: new Note(text), side: 1, block: true }).range(transaction.state.doc.line(line).to))
          : Decoration.none;
      }
    }
    return held;
  },
  provide: field => EditorView.decorations.from(field),
});

// One line of text below a line; it goes with the next change of the text, or when text is empty.
export function showBeside(view, line, text) {
  if (line > 0 && line <= view.state.doc.lines) {
    view.dispatch({ effects: note.of({ line, text }) });
  }
}

export const beside = [
  marks,
  old,
  notes,
  gutter({ class: "cm-seen", markers: view => view.state.field(marks), initialSpacer: () => new Mark("fired", "") }),
];
