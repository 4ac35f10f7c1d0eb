// How often the condition at the cursor would have held last week, below its line. One text is asked once; while it changes nothing is.
const PAUSE_MILLIS = 1000;
const TRIES = 60;

let asked = null;

// What the server tells of a text, asked again while it reads the week and the text is still wanted; null when it cannot tell.
async function fetched(field, one) {
  const body = new URLSearchParams({ text: one.text, _csrf: field.form.elements._csrf.value });
  for (let tries = 0; tries < TRIES && asked === one; tries++) {
    const answer = await fetch(field.dataset.backtest, { method: "POST", body, credentials: "same-origin" });
    if (answer.status !== 503) {
      return answer.ok ? answer.json() : { rules: [] };
    }
    await new Promise(done => setTimeout(done, PAUSE_MILLIS));
  }
  return null;
}

function ask(field, text) {
  if (!asked || asked.text !== text) {
    const one = { text, week: null };
    asked = one;
    one.week = fetched(field, one).catch(() => null).then(week => {
      // why: what could not be told may be told to who asks next
      asked = week || asked !== one ? asked : null;
      return week;
    });
  }
  return asked.week;
}

function count(estimate) {
  const number = value => value.toLocaleString(document.documentElement.lang);
  return estimate.low === estimate.high ? number(estimate.all) : number(estimate.all) + " (" + number(estimate.low) + "–" + number(estimate.high) + ")";
}

// Where in the text a place of the server lies, whose columns count code points.
function offset(doc, place) {
  if (place.line < 1 || place.line > doc.lines) {
    return -1;
  }
  const line = doc.line(place.line);
  return line.from + Array.from(line.text).slice(0, place.column - 1).join("").length;
}

// The comparison a position lies in or behind, of those in a condition; a condition may be joined of several.
export function comparisonAt(rules, doc, at, position) {
  const from = doc.line(at.line).from + at.column - 1;
  const inside = rules
    .flatMap(rule => rule.conditions.map(condition => ({ rule, condition, offset: offset(doc, condition) })))
    .filter(one => one.offset >= from && one.offset < from + at.condition.length)
    .sort((one, other) => one.offset - other.offset);
  return inside.filter(one => one.offset <= position).pop() || inside[0];
}

// The sentence about a condition; null when nothing is known of it.
export async function backtest(field, doc, at, position) {
  const week = await ask(field, doc.toString());
  const found = week && comparisonAt(week.rules, doc, at, position);
  return found
    ? field.dataset.held.replace("$held", count(found.condition.held)).replace("$heard", count(found.rule.heard)).replace("$fired", count(found.rule.fired))
    : null;
}
