// Conditions as rows. The server reads a field's text into rows and writes changed rows as text again; the text is what a
// form sends, and where this does not run it is what people write.
(function () {
  "use strict";
  const PAUSE_MILLIS = 400;
  const AGAIN_MILLIS = 1000;
  const TRIES = 60;
  let sheets = 0;

  function token(form) {
    return form.elements._csrf ? form.elements._csrf.value : "";
  }

  class Sheet {
    constructor(text) {
      this.text = text;
      this.label = text.closest(".ask");
      this.form = text.form;
      this.name = "c" + ++sheets;
      this.event = text.dataset.event ? this.form.elements.namedItem(text.dataset.event) : null;
      this.place = text.dataset.place;
      this.asText = false;
      this.view = null;
      this.timer = null;
      this.asking = null;
      this.redraw = false;
      this.ask = "";
    }

    // What the server makes of these answers, as an element; a later question makes an earlier one void.
    async fetched(answers) {
      this.asking?.abort();
      const own = (this.asking = new AbortController());
      answers.set("place", this.place);
      answers.set("form", this.name);
      answers.set("_csrf", token(this.form));
      const answer = await fetch(this.text.dataset.rows, { method: "POST", body: answers, credentials: "same-origin", signal: own.signal });
      if (!answer.ok || answer.redirected) {
        throw new Error("The house answered " + answer.status);
      }
      const made = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".conditions");
      if (this.asking !== own) {
        throw new DOMException("void", "AbortError");
      }
      this.asking = null;
      made.dataset.text = made.dataset.text || "";
      made.querySelector("legend").textContent = this.label.querySelector(".field__label").textContent.trim();
      return made;
    }

    // Another event knows other facts: the rows are read anew, once what was typed of the old ones is written.
    async moved() {
      if (this.view && this.pending()) {
        await this.write();
      }
      const event = this.event.value.trim();
      this.place = event ? "event:" + event : this.text.dataset.otherwise;
      if (!this.asText) {
        await this.open();
      }
    }

    async open() {
      this.asText = false;
      if (!this.place) {
        this.close(false);
        return;
      }
      try {
        const view = await this.fetched(new URLSearchParams({ text: this.text.value }));
        this.label.hidden = true;
        this.back?.remove();
        this.view?.remove();
        this.label.after(view);
        this.show(view);
      } catch (unanswered) {
        // why: the text is there, and says the same
        this.close(false);
      }
    }

    show(view) {
      this.view = view;
      this.mark();
      view.addEventListener("input", event => this.touched(event, PAUSE_MILLIS));
      view.addEventListener("change", event => this.touched(event, 0));
      view.addEventListener("click", event => {
        const asked = event.target.closest("[data-ask]");
        if (asked?.dataset.ask === "as-text") {
          this.close(true);
        } else if (asked) {
          this.ask = asked.dataset.ask;
          this.redraw = true;
          this.later(0);
        }
      });
      view.addEventListener("keydown", event => {
        // why: Enter in a row would send the whole form
        if (event.key === "Enter" && event.target.matches("input")) {
          event.preventDefault();
          this.touched(event, 0);
        }
      });
      this.count();
    }

    touched(event, millis) {
      if (event.target.matches("[data-redraw]")) {
        this.redraw = true;
        // why: the fields that fit the choice are on their way; what is typed into these would be lost
        event.target.closest(".condition").querySelectorAll("input:not([type=hidden]), textarea, select").forEach(field => (field.disabled = field !== event.target));
      }
      this.later(this.redraw ? 0 : millis);
    }

    later(millis) {
      this.asking?.abort();
      this.asking = null;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.write(), millis);
    }

    pending() {
      return this.timer !== null || this.asking !== null;
    }

    async write() {
      clearTimeout(this.timer);
      this.timer = null;
      const answers = new URLSearchParams({ ask: this.ask });
      this.view.querySelectorAll("[name]").forEach(field => {
        if (field.type !== "checkbox" || field.checked) {
          answers.append(field.name, field.value);
        }
      });
      try {
        this.take(await this.fetched(answers));
      } catch (unanswered) {
        if (unanswered.name !== "AbortError") {
          this.close(false);
        }
      }
    }

    take(made) {
      const asked = this.ask;
      const redrawn = this.redraw;
      if (redrawn) {
        const focused = document.activeElement?.id;
        this.view.replaceWith(made);
        this.show(made);
        const next = asked === "add" ? made.querySelector(".condition:last-child select") : document.getElementById(focused);
        (next || made.querySelector("[data-ask=add]"))?.focus();
      } else {
        // why: who is typing keeps the field they type in
        made.querySelectorAll(".condition__faults").forEach(faults => document.getElementById(faults.id)?.replaceChildren(...faults.childNodes));
        this.view.querySelectorAll("[name$='.text']").forEach(text => (text.value = made.querySelector("[name='" + text.name + "']").value));
        this.view.dataset.text = made.dataset.text;
      }
      this.redraw = false;
      this.ask = "";
      this.mark();
      if (this.text.value !== made.dataset.text) {
        this.text.value = made.dataset.text;
        this.text.dispatchEvent(new Event("input", { bubbles: true }));
      }
      if (!redrawn) {
        this.count();
      }
    }

    // How often the text would have held, below the rows; asked again while the server reads the week.
    async count() {
      const view = this.view;
      const text = view.dataset.text;
      const wanted = () => this.view === view && view.dataset.text === text;
      const output = view.querySelector(".conditions__count");
      if (view.querySelector(".fault")) {
        output.replaceChildren();
        return;
      }
      try {
        for (let tries = 0; tries < TRIES && wanted(); tries++) {
          const body = new URLSearchParams({ place: this.place, text, _csrf: token(this.form) });
          const answer = await fetch(view.dataset.hits, { method: "POST", body, credentials: "same-origin" });
          const told = answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".conditions__hits") : null;
          if (wanted()) {
            output.replaceChildren(...(told ? [told] : []));
          }
          if (!told?.hasAttribute("data-again")) {
            return;
          }
          await new Promise(done => setTimeout(done, AGAIN_MILLIS));
        }
      } catch (unanswered) {
        output.replaceChildren();
      }
    }

    mark() {
      this.view.querySelectorAll(".condition").forEach(row => {
        const wrong = row.querySelector(".fault");
        row.querySelectorAll(".condition__value input, .condition__value textarea, .condition__free input").forEach(field => {
          if (wrong) {
            field.setAttribute("aria-invalid", "true");
            field.setAttribute("aria-describedby", row.querySelector(".condition__faults").id);
          } else {
            field.removeAttribute("aria-invalid");
            field.removeAttribute("aria-describedby");
          }
        });
      });
    }

    close(wanted) {
      this.asText = wanted;
      const words = this.view?.dataset.asRows;
      clearTimeout(this.timer);
      this.timer = null;
      this.asking?.abort();
      this.asking = null;
      this.view?.remove();
      this.view = null;
      this.label.hidden = false;
      if (wanted) {
        this.back = Object.assign(document.createElement("button"), { type: "button", className: "button--plain", textContent: words });
        this.back.addEventListener("click", () => this.open());
        this.label.after(this.back);
        this.text.focus();
      }
    }
  }

  const open = [];

  function begin(text) {
    const sheet = new Sheet(text);
    open.push(sheet);
    sheet.event?.addEventListener("change", () => sheet.moved());
    if (sheet.event) {
      sheet.moved();
    } else {
      sheet.open();
    }
  }

  // What is typed and not yet written is written before the form goes.
  document.addEventListener("submit", event => {
    const late = open.filter(sheet => sheet.form === event.target && sheet.view && sheet.pending());
    if (late.length > 0) {
      event.preventDefault();
      event.stopImmediatePropagation();
      Promise.all(late.map(sheet => sheet.write())).then(() => event.target.requestSubmit(event.submitter));
    }
  }, true);

  // A browser asks for what is missing where it can be seen.
  document.addEventListener("invalid", event => {
    const part = event.target.closest("details");
    if (part) {
      part.open = true;
    }
  }, true);

  document.querySelectorAll("textarea[data-rows]").forEach(text => {
    const part = text.closest("details");
    if (part && !part.open) {
      part.addEventListener("toggle", () => begin(text), { once: true });
    } else {
      begin(text);
    }
  });
})();
