/**
 * The list of messages and the input, made with deep-chat 2.4.2.
 *
 * The only file that knows deep-chat; `conversation.js` needs of a view what is public
 * here.  What deep-chat does by itself and we can't have is named where it is undone.
 */

import {
  answerToHtml,
  dotsToHtml,
  greetingToHtml,
  isSendable,
  questionToHtml,
  toAnswer,
  troubleToHtml,
} from "./messages.js";

// deep-chat takes a message with this class away when the next one comes.
const TEMPORARY = "deep-chat-temporary-message";

/**
 * @typedef {object} Content
 * @property {Record<string, string>} texts
 * @property {string[]} examples
 * @property {{role: string, text: string}[]} history
 * @property {string} draft what stands in the input at first
 * @property {string} style CSS for deep-chat's shadow root
 * @property {number} limit the most characters of a question
 *
 * @typedef {object} Handlers
 * @property {(text: string) => void} asked
 * @property {(text: string) => void} typed
 * @property {() => void} retried
 */

export class DeepChatView {
  #chat = document.createElement("deep-chat");
  #dots = { toggle: () => {} }; // deep-chat puts its own function in
  #texts;
  #handlers;
  #busy = false;
  #chosen = null; // an offer taken up before all of the answer was there

  /** Put the view into `place`; use it once `ready`. */
  constructor(place, content, handlers) {
    this.#texts = content.texts;
    this.#handlers = handlers;
    // It renders Google's font into the page unless a font is set at once.
    this.#chat.style.fontFamily = "var(--chat-font)";
    this.ready = this.#render(place, content);
  }

  /** What the visitor has typed and not sent. */
  get draft() {
    return this.#input?.innerText.trim() ?? "";
  }

  focus() {
    const input = this.#input;
    input.focus();
    const cursor = document.createRange();
    cursor.selectNodeContents(input);
    cursor.collapse(false);
    getSelection().removeAllRanges();
    getSelection().addRange(cursor);
  }

  /** Whether the visitor's focus is in here. */
  get hasFocus() {
    return this.#chat.shadowRoot.activeElement !== null;
  }

  /** Show that an answer is on its way, and take no other question meanwhile. */
  setBusy(busy) {
    if (busy === this.#busy) return;
    this.#busy = busy;
    if (busy) this.#dots.toggle({});
    else this.#dots.toggle();
    this.#chat.disableSubmitButton(busy);
    if (!busy && this.#chosen) this.#choose(this.#chosen);
  }

  showAnswer(answer) {
    this.#chat.addMessage({ html: answerToHtml(answer, this.#texts), role: "ai" });
  }

  /** Show what went wrong, until the next message; `wait` is in seconds. */
  showTrouble(trouble) {
    const html = troubleToHtml(trouble, this.#texts, TEMPORARY);
    this.#chat.addMessage({ html, role: "ai" });
    this.#chat.scrollToBottom(); // to what is temporary it doesn't by itself
    const button = this.#root.querySelector(".retry");
    if (!button || !trouble.wait) return;
    button.setAttribute("aria-disabled", "true"); // stays in reach of the keyboard
    setTimeout(() => button.removeAttribute("aria-disabled"), trouble.wait * 1000);
  }

  /** Earlier offers go: they would only be in the way of the keyboard. */
  clearSuggestions() {
    for (const list of this.#root.querySelectorAll(".suggestions")) list.remove();
  }

  /** Put a text that the server did not take back into the input. */
  restore(text) {
    if (this.draft) return; // the visitor is at another already
    this.#input.textContent = text;
    this.#handlers.typed(text);
    this.#chat.disableSubmitButton(false); // makes deep-chat look at the input again
  }

  remove() {
    this.#chat.remove();
  }

  get #root() {
    return this.#chat.shadowRoot;
  }

  get #input() {
    return this.#root.querySelector("#text-input");
  }

  async #render(place, content) {
    const rendered = new Promise((done) => {
      // Any property set after the rendering would render anew and lose messages.
      Object.assign(this.#chat, this.#settings(content), { onComponentRender: done });
    });
    const restorePlugins = showTextAsText(content.texts);
    place.append(this.#chat);
    await rendered;
    // It renders twice where its own timer overtakes the one by which it waits for us.
    while (this.#chat._waitingToRender_) await new Promise((done) => setTimeout(done));
    restorePlugins();
    this.#name();
    this.#root.addEventListener("click", (event) => this.#click(event));
    this.#handlers.typed(content.draft);
  }

  #settings({ texts, examples, history, draft, style, limit }) {
    return {
      // Not a web socket: the mode in which any number of answers may follow.
      connect: { websocket: true, handler: (_, signals) => this.#connect(signals) },
      introMessage: { html: greetingToHtml(texts, history.length ? [] : examples) },
      // None at all, else deep-chat scrolls the greeting out of sight.
      history: history.length ? historyToMessages(history, texts) : undefined,
      defaultInput: { text: draft },
      textInput: { placeholder: { text: texts.placeholder } },
      displayLoadingBubble: this.#dots,
      messageStyles: { loading: { message: { html: dotsToHtml(texts) } } },
      // deep-chat's own limit cuts a text that is pasted without a word.
      validateInput: (text) => !this.#busy && isSendable(text, limit),
      onInput: ({ content }) => this.#handlers.typed(content.text ?? ""),
      auxiliaryStyle: style,
    };
  }

  #connect(signals) {
    signals.newUserMessage.listener = (body) =>
      this.#handlers.asked(body.messages[0].text);
    signals.onOpen();
  }

  /** Give names and roles to what deep-chat leaves without. */
  #name() {
    const { messages, send } = {
      messages: this.#root.querySelector("#messages"),
      send: this.#root.querySelector(".input-button"),
    };
    // The dialog has a live region of its own: read from here, all would come twice.
    set(messages, { role: "log", "aria-live": "off", tabindex: "0" });
    set(messages, { "aria-label": this.#texts.messages });
    set(send, { "aria-label": this.#texts.send, title: this.#texts.send });
    set(this.#input, { "aria-multiline": "true" });
  }

  #click(event) {
    const button = event.target.closest("button");
    if (!button || button.getAttribute("aria-disabled")) return;
    if (button.matches(".suggestion")) this.#choose(button.textContent);
    else if (button.matches(".retry")) this.#handlers.retried();
    this.focus(); // the button goes away, the focus may not
  }

  #choose(text) {
    this.#chosen = this.#busy ? text : null;
    if (!this.#busy) this.#chat.submitUserMessage({ text });
  }
}

function historyToMessages(history, texts) {
  return history.map((message, index) => {
    if (message.role === "visitor") return { role: "user", text: String(message.text) };
    const latest = index === history.length - 1;
    return { role: "ai", html: answerToHtml(toAnswer(message, texts), texts, latest) };
  });
}

/**
 * Have deep-chat show texts as they are; return what undoes that.
 *
 * It would render Markdown in which any link is live, `javascript:` too.  Its only way in
 * is this global, read while it renders: put back at once, for the page may use its own.
 */
function showTextAsText(texts) {
  const before = globalThis.remarkable_plugins;
  const plugin = (markdown) => {
    markdown.render = (text) => questionToHtml(text, texts);
  };
  globalThis.remarkable_plugins = [{ plugin }];
  return () => {
    if (before === undefined) delete globalThis.remarkable_plugins;
    else globalThis.remarkable_plugins = before;
  };
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
}
