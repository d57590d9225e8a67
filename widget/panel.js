/** Build the chat when it is first opened, and join its parts. */

import { Conversation } from "./conversation.js";
import { DeepChatView } from "./deep-chat-view.js";
import { Dialog } from "./dialog.js";
import { Memory } from "./memory.js";
import { Transport } from "./transport.js";

/**
 * Load what the chat needs and put it, closed, into `root`.
 *
 * @param {{root: ShadowRoot, files: URL, channel: URL, language: string,
 *   title: string | null, closed: () => void}} place `files` and `channel` are addresses
 *   that end with a slash; `closed` is called when the visitor closes the chat
 */
export async function createPanel(place) {
  const memory = new Memory();
  const transport = new Transport(place.channel.href, memory);
  const [config, history, sheet, style] = await Promise.all([
    transport.config(place.language),
    transport.history(),
    readText(new URL("panel.css", place.files)),
    readText(new URL("messages.css", place.files)),
  ]);
  adopt(place.root, sheet);
  const { language } = place;
  const settings = { ...config, title: place.title || config.title, style, language };
  const panel = new Panel(place, settings, { memory, transport });
  await panel.show(history);
  return panel;
}

/** The chat as the launcher sees it. */
class Panel {
  colours;
  #settings;
  #transport;
  #dialog;
  #conversation;
  #view = null;
  #stale = false; // whether another page of the visitor's went on with the talk

  constructor(place, settings, { memory, transport }) {
    this.colours = settings.colours ?? {};
    this.#settings = settings;
    this.#transport = transport;
    this.#dialog = new Dialog(settings, {
      closed: place.closed,
      renewed: () => this.#begin(),
      refitted: () => this.#view.focus(),
    });
    place.root.append(this.#dialog.element);
    this.#conversation = new Conversation({
      transport,
      memory,
      texts: settings.texts,
      limit: settings.characterLimit,
      view: () => this.#view,
      voice: this.#dialog,
    });
    memory.onOtherTurn(() => this.#catchUp());
  }

  get isOpen() {
    return this.#dialog.isOpen;
  }

  open() {
    this.#dialog.open();
    this.#view.focus();
    if (this.#stale) this.#catchUp();
  }

  close() {
    this.#dialog.close();
  }

  /** Build the view anew, with these messages and what was being typed. */
  async show(history, draft = "") {
    const { texts, examples, style, characterLimit: limit } = this.#settings;
    this.#view?.remove();
    const content = { texts, examples, style, limit, history, draft };
    this.#view = new DeepChatView(this.#dialog.place, content, {
      asked: (text) => this.#ask(text),
      retried: () => this.#conversation.retry(),
      typed: (text) => this.#dialog.count(text),
    });
    await this.#view.ready;
  }

  async #ask(text) {
    await this.#conversation.ask(text);
    if (this.#stale) await this.#catchUp();
  }

  async #begin() {
    this.#conversation.forget();
    await this.show([]);
    this.#view.focus();
    this.#dialog.hush();
    this.#dialog.say(this.#settings.texts.begun);
  }

  async #catchUp() {
    this.#stale = true;
    if (!this.isOpen) return; // until it is opened
    const history = await this.#transport.history().catch(() => null);
    // Not to be reached: what is shown stays true.  Busy: not under the visitor's hands.
    if (!history || this.#conversation.busy) return;
    this.#stale = false;
    const focused = this.#view.hasFocus;
    await this.show(history, this.#view.draft);
    if (focused) this.#view.focus();
  }
}

async function readText(address) {
  const response = await fetch(address, { credentials: "omit" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

function adopt(root, css) {
  const sheet = new CSSStyleSheet(); // no style element: the page's CSP may forbid those
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
}
