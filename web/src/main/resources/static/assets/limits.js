// Counts words while they are typed, as the channel's vendor counts them; whether they fit for every member the server tells.
(function () {
  "use strict";
  var MARKUP = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

  function told(output, field) {
    var said = field.value.trim();
    var alone = said.replace(MARKUP, "");
    var count = output.dataset.unit === "bytes" ? new TextEncoder().encode(alone).length : alone.length;
    output.textContent = output.dataset.told.replace("#", count) + (alone === said ? "" : output.dataset.open);
    output.classList.toggle("limit--over", count > Number(output.dataset.most));
  }

  document.addEventListener("input", function (typed) {
    var output = typed.target.id && document.querySelector('output[for="' + typed.target.id + '"]');
    if (output) {
      told(output, typed.target);
    }
  });
})();
