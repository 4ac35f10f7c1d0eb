// What may be written at the cursor: event types, their fields, helpers, what can be proposed, names of the playbook. The server tells it once.

// Where in a rule file a text ends: in a comment, a string, a pattern, a consequence.
export function where(text) {
  let start = 0;
  for (const head of text.matchAll(/^[ \t]*rule\b/gm)) {
    start = head.index;
  }
  const at = { part: "top", stack: [], string: null, comment: false, before: "" };
  let word = "";
  for (let i = start; i < text.length; i++) {
    const skipped = text.startsWith("//", i) ? "\n" : text.startsWith("/*", i) ? "*/" : text[i] === "\"" ? "\"" : null;
    if (skipped) {
      const end = text.indexOf(skipped, i + (skipped === "*/" ? 2 : 1));
      if (end < 0) {
        at.comment = skipped !== "\"";
        at.string = at.comment ? null : text.slice(i + 1);
        at.before = text.slice(start, i);
        return at;
      }
      i = end + skipped.length - 1;
      word = "";
    } else if (text[i] === "(") {
      at.stack.push({ word, at: i });
      word = "";
    } else if (text[i] === ")") {
      at.stack.pop();
    } else if (/[A-Za-z]/.test(text[i])) {
      word = /^[\w.]+/.exec(text.slice(i))[0];
      i += word.length - 1;
      if (at.stack.length === 0) {
        at.part = { rule: "head", when: "when", then: "then", end: "top" }[word] || at.part;
      }
    } else if (/\S/.test(text[i])) {
      word = "";
    }
  }
  at.before = text.slice(start);
  return at;
}

// The condition a position lies in, with its rule's name and its first line; null outside of patterns.
export function conditionAt(doc, position) {
  const text = doc.toString();
  const at = where(text.slice(0, position));
  const pattern = at.stack[0];
  if (at.part !== "when" || at.comment || !pattern) {
    return null;
  }
  let depth = 1;
  let from = pattern.at + 1;
  for (let i = from; i < text.length && depth > 0; i++) {
    const skipped = text.startsWith("//", i) ? "\n" : text[i] === "\"" ? "\"" : null;
    if (skipped) {
      const end = text.indexOf(skipped, i + 1);
      i = end < 0 ? text.length : end;
    } else {
      depth += text[i] === "(" ? 1 : text[i] === ")" ? -1 : 0;
      if (depth === 0 || (depth === 1 && text[i] === ",")) {
        if (i >= position) {
          const lead = /^(?:\s|\/\/.*\n)*/.exec(text.slice(from, i))[0].length;
          const names = Array.from(text.slice(0, position).matchAll(/^[ \t]*rule\s+"([^"]*)"/gm));
          const line = doc.lineAt(Math.min(from + lead, i));
          return {
            rule: names.length ? names[names.length - 1][1] : "",
            pattern: pattern.word,
            condition: text.slice(from + lead, i).trim(),
            line: line.number,
            column: from + lead - line.from + 1,
          };
        }
        from = i + 1;
      }
    }
  }
  return null;
}

const TYPES = {
  zh: { text: "文本", integer: "整数", decimal: "小数", money: "金额", boolean: "是/否", instant: "时刻", date: "日期", texts: "多个文本", items: "明细" },
  en: { text: "text", integer: "whole number", decimal: "decimal number", money: "money", boolean: "true or false", instant: "moment", date: "date", texts: "texts", items: "items" },
};
const DISTANCES = ["500 m", "1 km", "5 km", "20 km"];
const LENGTHS = ["1h", "24h", "3d", "7d", "14d", "30d", "90d", "4w"];

// Two sources over what the server told: one for rules, one for YAML.
export class Vocabulary {
  constructor(told, language) {
    this.told = told;
    this.language = language;
    this.shared = told.facts.shared.flatMap(fact => this.fact(fact, fact.example));
    this.patterns = new Map();
    told.facts.events.forEach(event => this.patterns.set(event.name, event.fields.flatMap(field => this.fact(field, field.name)).concat(this.shared)));
    told.facts.kept.forEach(kept => this.patterns.set(kept.name, kept.fields.flatMap(field => this.fact(field, field.example))));
    this.types = told.facts.events.map(event => ({ label: event.name, type: "class", detail: event.event, info: this.say(event.label) }));
    this.kept = told.facts.kept.flatMap(kept => ["exists ", "not "].map(word => ({ label: word + kept.name, type: "keyword", info: this.say(kept.label) })));
    this.verbs = told.verbs.map(verb => ({
      label: verb.name,
      type: "function",
      detail: verb.label,
      apply: verb.name === "commission" ? "commission(2.5);" : verb.name + "(\"\");",
    }));
  }

  say(label) {
    return !label ? "" : label[this.language] || label.en || Object.values(label)[0] || "";
  }

  type(fact) {
    const word = (TYPES[this.language] || TYPES.en)[fact.type] || fact.type;
    return fact.unit ? word + " (" + fact.unit + ")" : word;
  }

  // A field as it is offered; of a moment its questions, too.
  fact(fact, written) {
    const label = this.say(fact.label);
    const offered = {
      label: fact.name,
      type: written.includes("(") ? "function" : "property",
      detail: label.length > 34 ? label.slice(0, 33) + "…" : label,
      info: label + " · " + this.type(fact),
      apply: fact.type === "boolean" && !fact.personal ? written + " == true" : written,
    };
    const asked = fact.type !== "instant" ? [] : this.told.facts.moments.map(moment => ({
      label: fact.name + "." + moment.name,
      type: "function",
      detail: this.say(moment.label).slice(0, 34),
      info: this.say(moment.label),
      apply: written + "." + moment.name + "(\"7d\") == true",
      boost: -20,
    }));
    return [offered, ...asked];
  }

  names(kind) {
    return this.told[kind].map(one => ({ label: one.name, type: "constant", detail: one.label.slice(0, 34), info: one.label }));
  }

  inString(at, position) {
    const asked = /([A-Za-z]+)\(\s*("[^"]*"\s*,\s*)?$/.exec(at.before);
    const options = !asked ? []
      : /^(?:send|push)$/.test(asked[1]) ? this.names("templates")
      : /^(?:enrol|goal|enrolled)$/.test(asked[1]) ? this.names("campaigns")
      : /^(?:home|last)StoreIn$/.test(asked[1]) ? this.names("units")
      : asked[1] === "inList" ? this.names("lists")
      : asked[1] === "near" && !asked[2] ? this.names("stores")
      : /^(?:near|nearStore)$/.test(asked[1]) ? DISTANCES.map(label => ({ label, type: "constant" }))
      : /^(?:within|olderThan|dueWithin|ordersIn|spentIn|boughtIn|bought)$/.test(asked[1]) ? LENGTHS.map(label => ({ label, type: "constant" }))
      : [];
    return options.length ? { from: position - at.string.length, options, validFor: /^[^"]*$/ } : null;
  }

  consequence(before, word) {
    const start = word.from + word.text.lastIndexOf(".") + 1;
    const options = /propose\.\w*$/.test(before) ? this.verbs
      : /\)\.\w*$/.test(before) ? [{ label: "step", type: "function", apply: "step(\"\")" }, { label: "priority", type: "function", apply: "priority(10)" }]
      : [{ label: "propose.", type: "keyword" }, { label: "end", type: "keyword" }];
    return { from: start, options, validFor: /^\w*$/ };
  }

  rules(context) {
    const before = context.state.sliceDoc(0, context.pos);
    const at = where(before);
    const word = context.matchBefore(/[\w.]*/);
    if (at.comment || (at.string === null && !word.text && !context.explicit && !before.endsWith(")."))) {
      return null;
    }
    if (at.string !== null) {
      return this.inString(at, context.pos);
    }
    if (at.part === "then") {
      return this.consequence(before, word);
    }
    const pattern = at.stack.map(one => one.word).find(name => this.patterns.has(name));
    const options = pattern ? this.patterns.get(pattern).concat(["true", "false", "null"].map(label => ({ label, type: "constant", boost: -40 })))
      : at.part === "when" ? this.types.concat(this.kept, [{ label: "then", type: "keyword" }])
      : at.part === "head" ? ["when", "@priority(10)", "@campaign(\"\")", "@description(\"\")"].map(label => ({ label, type: "keyword" }))
      : [{ label: "rule", type: "keyword", apply: "rule \"\"\nwhen\n    \nthen\n    propose.\nend\n" }];
    return { from: word.from, options, validFor: /^[\w.]*$/ };
  }

  yaml(context) {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const word = context.matchBefore(/[\w.]*/);
    if (!word.text && !context.explicit) {
      return null;
    }
    const data = /([a-z]+\.[\w.]+):\s*\{(?:[^{}]*[,\s])?[\w]*$/.exec(before);
    const event = data && this.told.facts.events.find(one => one.event === data[1]);
    if (event) {
      return { from: word.from, options: event.fields.map(field => ({ ...this.fact(field, field.name)[0], apply: field.name + ": " })), validFor: /^\w*$/ };
    }
    const listens = /^\s*event:\s*([a-z][\w.]*)/m.exec(context.state.doc.toString());
    const about = listens && this.told.facts.events.find(one => one.event === listens[1]);
    const events = this.told.facts.events.map(one => ({ label: one.event, type: "class", detail: this.say(one.label).slice(0, 34), info: this.say(one.label) }));
    const options = /^\s*-\s+[\w.]*$/.test(before) && about ? this.patterns.get(about.name)
      : /^\s*(?:(?:-\s+)?event:\s*|(?:-\s+)?)[\w.]*$/.test(before) ? events
      : [];
    return options.length ? { from: word.from, options, validFor: /^[\w.]*$/ } : null;
  }
}
