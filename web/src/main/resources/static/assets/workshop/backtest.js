// How often the condition at the cursor would have held last week, below its line. One text is asked once; while it changes nothing is.
const told = new Map();

function ask(field, text) {
  if (!told.has(text)) {
    told.clear();
    const body = new URLSearchParams({ text, _csrf: field.form.elements._csrf.value });
    told.set(text, fetch(field.dataset.backtest, { method: "POST", body, credentials: "same-origin" })
      .then(answer => answer.ok ? answer.json() : null)
      .catch(() => null));
  }
  return told.get(text);
}

function count(estimate) {
  const number = value => value.toLocaleString(document.documentElement.lang);
  return estimate.low === estimate.high ? number(estimate.all) : number(estimate.all) + " (" + number(estimate.low) + "–" + number(estimate.high) + ")";
}

// The sentence about a condition; null when nothing is known of it.
export async function backtest(field, text, at) {
  const week = await ask(field, text);
  const rule = week && week.rules.find(one => one.rule === at.rule);
  const condition = rule && rule.conditions.find(one => at.condition.includes(one.text));
  return condition
    ? field.dataset.held.replace("$held", count(condition.held)).replace("$heard", count(rule.heard)).replace("$fired", count(rule.fired))
    : null;
}
