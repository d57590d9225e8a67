/** The course of the talk: ask, show what comes, mend what fails.  No HTML, no HTTP. */

import { toAnswer, toReportedTrouble, toTrouble } from "./messages.js";

const SLOW = 5_000; // milliseconds after which the visitor is told that it takes longer

/**
 * @typedef {object} Parts what the conversation works with
 * @property {import("./transport.js").Transport} transport
 * @property {import("./memory.js").Memory} memory
 * @property {Record<string, string>} texts
 * @property {number} limit
 * @property {() => object} view the view of now: it is built anew now and then
 * @property {{say: (text: string) => void, hush: () => void}} voice the live region
 */

export class Conversation {
  #parts;
  #running = null; // what stops the question that is being answered
  #last = "";

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  get busy() {
    return this.#running !== null;
  }

  /** Ask a question; the view shows it already. */
  async ask(text) {
    this.#last = text;
    await this.#run();
  }

  /** Ask the last question again. */
  async retry() {
    if (this.#last && !this.busy) await this.#run();
  }

  /** Forget the conversation: the next question begins another. */
  forget() {
    this.#running?.abort();
    this.#running = null;
    this.#last = "";
    this.#parts.memory.token = null;
    this.#parts.memory.announceTurn();
  }

  async #run() {
    const stop = new AbortController();
    const { view, voice } = this.#parts;
    this.#running = stop;
    voice.hush();
    view().clearSuggestions();
    view().setBusy(true);
    const trouble = await this.#answer(stop);
    if (this.#running !== stop) return; // given up: the view is another's now
    this.#running = null;
    view().setBusy(false);
    if (trouble) this.#show(trouble);
    this.#parts.memory.announceTurn();
  }

  /** Show the answers to the last question; return what went wrong, if anything. */
  async #answer(stop) {
    const { texts, limit } = this.#parts;
    const slow = setTimeout(() => this.#tell(texts.slow), SLOW);
    try {
      return await this.#askOnceMoreWithoutToken(stop);
    } catch (failure) {
      return toTrouble(failure, texts, limit);
    } finally {
      clearTimeout(slow);
    }
  }

  async #askOnceMoreWithoutToken(stop) {
    const { memory, texts, voice } = this.#parts;
    try {
      return await this.#hear(stop);
    } catch (failure) {
      if (failure.kind !== "bad_token" || !memory.token) throw failure;
      memory.token = null; // too old: the server gives out another
      voice.say(texts.expired);
      return this.#hear(stop);
    }
  }

  async #hear(stop) {
    const { transport, texts } = this.#parts;
    let trouble = null;
    let answers = 0;
    for await (const event of transport.ask(this.#last, stop)) {
      if (this.#running !== stop) return null;
      if (event.type === "error") trouble = toReportedTrouble(event, texts);
      else this.#answered(toAnswer(event, texts));
      answers += 1;
    }
    if (!answers) this.#answered(toAnswer({}, texts));
    return trouble;
  }

  #answered(answer) {
    const { view, voice } = this.#parts;
    view().showAnswer(answer);
    voice.say([answer.text, answer.source].filter(Boolean).join("\n"));
  }

  #show(trouble) {
    this.#parts.view().showTrouble(trouble);
    this.#tell(trouble.text);
    if (!trouble.again) this.#parts.view().restore(this.#last);
  }

  #tell(text) {
    this.#parts.voice.say(text);
  }
}
