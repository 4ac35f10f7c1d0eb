// Counts words while they are typed, as the channel's vendor counts them; whether they fit for every member the server tells.
(function () {
  "use strict";
  var MARKUP = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

  var WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;

  function told(output, field) {
    var said = field.value.trim();
    var alone = said.replace(MARKUP, "");
    var count = output.dataset.unit === "bytes" ? new TextEncoder().encode(alone).length : alone.length;
    var most = WIDE.test(alone) ? output.dataset.wide : output.dataset.narrow;
    output.textContent = output.dataset.told.replace("#", count).replace("%", most) + (alone === said ? "" : output.dataset.open);
    output.classList.toggle("limit--over", count > Number(most));
  }

  document.addEventListener("input", function (typed) {
    var output = typed.target.id && document.querySelector('output[for="' + typed.target.id + '"]');
    if (output) {
      told(output, typed.target);
    }
  });

  // What was typed before the page was ready, or kept by the browser, is counted and previewed too.
  window.addEventListener("load", function () {
    document.querySelectorAll("form[hx-post] textarea").forEach(function (field) {
      if (field.value !== field.defaultValue) {
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
  });
})();
