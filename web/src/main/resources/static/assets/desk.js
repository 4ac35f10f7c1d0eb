// Where the editor does not run, a fault's place leads into the plain text; Tab stays a way to move on, as everywhere.
(function () {
  "use strict";
  document.addEventListener("click", function (click) {
    var link = click.target.closest("[data-line]");
    var sheet = document.getElementById("text");
    if (!link || !sheet || sheet.hidden) {
      return;
    }
    click.preventDefault();
    var start = 0;
    for (var line = 1; line < Number(link.dataset.line); line++) {
      start = sheet.value.indexOf("\n", start) + 1;
    }
    var end = sheet.value.indexOf("\n", start);
    sheet.focus();
    sheet.setSelectionRange(start + Math.max(0, Number(link.dataset.column) - 1), end < 0 ? sheet.value.length : end);
    var height = parseFloat(getComputedStyle(sheet).lineHeight);
    sheet.scrollTop = (Number(link.dataset.line) - 4) * height;
  });
})();
