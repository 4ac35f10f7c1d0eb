// Turns the server's "something is new" into an event of the page, on which htmx asks for the board.
(function () {
  "use strict";
  var board = document.querySelector("[data-stream]");
  if (!board || !window.EventSource) {
    return;
  }
  var source = new EventSource(board.dataset.stream);
  source.addEventListener("live", function () {
    if (!document.hidden) {
      document.body.dispatchEvent(new CustomEvent("live"));
    }
  });
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) {
      document.body.dispatchEvent(new CustomEvent("live"));
    }
  });
  function close() {
    var panel = document.getElementById("timeline");
    var link = panel && panel.querySelector("[data-close]");
    if (link) {
      var opener = document.getElementById(link.dataset.close);
      panel.replaceChildren();
      if (opener) {
        opener.focus();
      }
    }
  }
  document.addEventListener("keydown", function (press) {
    if (press.key === "Escape") {
      close();
    }
  });
  document.addEventListener("click", function (click) {
    if (click.target.closest("[data-close]")) {
      click.preventDefault();
      close();
    }
  });
})();
