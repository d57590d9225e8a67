/**
 * The conversation's token, for this page and the visitor's other pages of the site.
 *
 * It lies in localStorage; where the browser forbids that, it lasts as long as the page.
 */

const TOKEN = "partners-chat";
const TURN = "partners-chat-turn";

export class Memory {
  #storage;
  #kept = new Map(); // what storage would hold, where there is none

  constructor(storage = pageStorage()) {
    this.#storage = storage;
  }

  get token() {
    return this.#read(TOKEN);
  }

  set token(value) {
    this.#write(TOKEN, value);
  }

  /** Tell the visitor's other pages that the conversation went on, or began anew. */
  announceTurn() {
    // A random number: the event comes only if the value changes.
    this.#write(TURN, String(Math.random()));
  }

  /** Call `heard` when another page of the visitor's went on with the conversation. */
  onOtherTurn(heard, target = globalThis) {
    target.addEventListener("storage", (event) => {
      if (event.key === TURN) heard();
    });
  }

  #read(key) {
    try {
      return this.#storage ? this.#storage.getItem(key) : (this.#kept.get(key) ?? null);
    } catch {
      return this.#kept.get(key) ?? null;
    }
  }

  #write(key, value) {
    this.#kept.set(key, value);
    try {
      if (value === null) this.#storage?.removeItem(key);
      else this.#storage?.setItem(key, value);
    } catch {
      // Full or forbidden meanwhile: what this page keeps is enough for this page.
      this.#storage = null;
    }
  }
}

function pageStorage() {
  try {
    return globalThis.localStorage ?? null; // the look alone fails where it is blocked
  } catch {
    return null;
  }
}
