/** The chat's window: header, notices, character count, live region; opens and closes. */

import { markdownToSpeech } from "./speech.js";
import { fill } from "./wording.js";

// A phone, or a page zoomed so far that there is no room beside the chat.  As in panel.css.
const SMALL = "(max-width: 480px), (max-height: 480px)";
const ICONS = {
  newConversation: "M4 4v5h5M4.6 9A8 8 0 1 1 4 13",
  close: "M6 6l12 12M18 6L6 18",
};
const SVG = "http://www.w3.org/2000/svg";

export class Dialog {
  #texts;
  #limit;
  #handlers;
  #small = matchMedia(SMALL);
  #parts;

  /** `handlers`: closed() and renewed() say what the visitor chose in the header. */
  constructor({ title, texts, characterLimit, language }, handlers) {
    this.#texts = texts;
    this.#limit = characterLimit;
    this.#handlers = handlers;
    this.#parts = this.#build(title);
    this.element.lang = language; // the page's may be another
    this.#listen();
  }

  get element() {
    return this.#parts.dialog;
  }

  /** Where the view belongs. */
  get place() {
    return this.#parts.place;
  }

  get isOpen() {
    return this.element.open;
  }

  open() {
    // Modal where it covers the page: then nothing behind it may take the focus.
    if (this.#small.matches) this.element.showModal();
    else this.element.show();
  }

  close() {
    this.element.close();
  }

  /** Have a screen reader read `text`, once. */
  say(text) {
    this.#parts.live.append(element("p", { text: markdownToSpeech(text) }));
  }

  hush() {
    this.#parts.live.replaceChildren();
  }

  count(text) {
    const used = [...text].length;
    const over = used - this.#limit;
    const { counter } = this.#parts;
    const wasOver = counter.classList.toggle("over", over > 0);
    counter.textContent =
      over > 0
        ? fill(this.#texts.over, { over })
        : fill(this.#texts.counter, { used, limit: this.#limit });
    if (wasOver && !this.#parts.wasOver) this.say(counter.textContent);
    this.#parts.wasOver = wasOver;
  }

  #build(title) {
    const heading = element("h2", { id: "title", text: title });
    const subtitle = element("p", { class: "subtitle", text: this.#texts.subtitle });
    const renew = this.#iconButton("newConversation", () => this.#handlers.renewed());
    const close = this.#iconButton("close", () => this.#handlers.closed());
    const titles = element("div", { class: "titles" }, [heading, subtitle]);
    const header = element("header", {}, [titles, renew, close]);
    const offline = { class: "notice", role: "status", text: "" };
    const notice = element("p", offline);
    const place = element("div", { class: "place" });
    const counter = element("p", { class: "counter" });
    const live = element("div", { class: "hidden", "aria-live": "polite" });
    const named = { "aria-labelledby": "title" };
    const parts = [header, notice, place, counter, live];
    const dialog = element("dialog", named, parts);
    return { dialog, notice, place, counter, live, wasOver: false };
  }

  #iconButton(name, pressed) {
    const label = this.#texts[name];
    const attributes = { type: "button", class: "icon", "aria-label": label };
    const button = element("button", { ...attributes, title: label }, [icon(name)]);
    button.addEventListener("click", pressed);
    return button;
  }

  #listen() {
    this.element.addEventListener("keydown", (event) => this.#key(event));
    this.element.addEventListener("cancel", (event) => {
      event.preventDefault(); // closing is the panel's business: it moves the focus back
      this.#handlers.closed();
    });
    this.#small.addEventListener("change", () => this.#refit());
    for (const name of ["online", "offline"]) {
      addEventListener(name, () => this.#showConnection());
    }
    this.#showConnection();
  }

  #key(event) {
    // Escape while composing (Japanese, say) is for the input method.
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.#handlers.closed();
  }

  /** Modal or not changes only by opening anew. */
  #refit() {
    if (!this.isOpen) return;
    this.close();
    this.open();
    this.#handlers.refitted();
  }

  #showConnection() {
    this.#parts.notice.textContent = navigator.onLine ? "" : this.#texts.offlineNotice;
  }
}

function element(tag, { text, ...attributes }, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  made.append(...children);
  return made;
}

function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}
