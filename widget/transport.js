/** Speak with the assistant's web channel over HTTP: the only file that knows its routes. */

import { readObjects } from "./ndjson.js";

// The server ends an answer that takes too long; this is for when the server is gone.
const SILENCE = 60_000; // milliseconds without a byte
const REFUSALS = new Set(["too_long", "empty", "command", "too_many", "bad_token"]);

/** Why a question got no whole answer. */
export class Failure extends Error {
  /**
   * @param {"offline"|"unreachable"|"broken"|"silent"|"server"|"refused"|"too_long"
   *   |"empty"|"command"|"too_many"|"bad_token"} kind
   * @param {{retryAfter?: number, cause?: unknown}} [details]
   */
  constructor(kind, { retryAfter, cause } = {}) {
    super(kind, { cause });
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}

export class Transport {
  #base;
  #memory;
  #fetch;

  /** `base` is the channel's address, ending with a slash. */
  constructor(base, memory, fetch = (...request) => globalThis.fetch(...request)) {
    this.#base = base;
    this.#memory = memory;
    this.#fetch = fetch;
  }

  /** What the server sets of the element: title, texts, colours, examples, limit. */
  async config(language) {
    const address = `config?lang=${encodeURIComponent(language)}`;
    return (await this.#request(address, {})).json();
  }

  /** The messages of the token's conversation, oldest first; none without a token. */
  async history() {
    if (!this.#memory.token) return [];
    try {
      const response = await this.#request("history", { headers: this.#headers() });
      return (await response.json()).messages ?? [];
    } catch (failure) {
      if (failure.kind !== "bad_token") throw failure;
      this.#memory.token = null; // too old, or not of this server: nothing to show
      return [];
    }
  }

  /** Ask, and give out what comes: answers, and the error of a failed one. */
  async *ask(message, stop = new AbortController()) {
    const watch = new Watch(stop);
    try {
      yield* this.#events(message, watch);
    } catch (error) {
      throw error instanceof Failure ? error : failureOf(error, watch);
    } finally {
      watch.end();
    }
  }

  async *#events(message, watch) {
    const response = await this.#request("messages", {
      method: "POST",
      headers: { ...this.#headers(), "Content-Type": "application/json" },
      body: JSON.stringify({ message }),
      signal: watch.signal,
    });
    let done = false;
    for await (const event of readObjects(response.body)) {
      watch.hear();
      done ||= event.type === "done";
      if (event.type === "token") this.#memory.token = String(event.token);
      else if (event.type === "answer" || event.type === "error") yield event;
    }
    if (!done) throw new Failure("broken"); // it is always the last line
  }

  async #request(address, options) {
    let response;
    try {
      // No cookies, in either direction: the token is all that the server knows of us.
      const sent = { credentials: "omit", ...options };
      response = await this.#fetch(this.#base + address, sent);
    } catch (error) {
      if (options.signal?.aborted) throw error;
      throw new Failure(isOffline() ? "offline" : "unreachable", { cause: error });
    }
    if (!response.ok) throw await refusal(response);
    return response;
  }

  #headers() {
    const { token } = this.#memory;
    return token ? { Authorization: `Bearer ${token}` } : {};
  }
}

/** Stops a request that stays silent, or that the visitor gave up. */
class Watch {
  timedOut = false;
  #stop;
  #timer;

  constructor(stop) {
    this.#stop = stop;
    this.hear();
  }

  get signal() {
    return this.#stop.signal;
  }

  hear() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.timedOut = true;
      this.#stop.abort();
    }, SILENCE);
  }

  end() {
    clearTimeout(this.#timer);
  }
}

function failureOf(error, watch) {
  if (watch.timedOut) return new Failure("silent", { cause: error });
  return new Failure(isOffline() ? "offline" : "broken", { cause: error });
}

async function refusal(response) {
  const body = await response.json().catch(() => ({}));
  const header = Number(response.headers.get("Retry-After"));
  const retryAfter = Math.ceil(Number(body.retry_after) || header || 0);
  if (REFUSALS.has(body.error)) return new Failure(body.error, { retryAfter });
  if (response.status === 401) return new Failure("bad_token");
  if (response.status === 429) return new Failure("too_many", { retryAfter });
  return new Failure(response.status >= 500 ? "server" : "refused", { retryAfter });
}

function isOffline() {
  return globalThis.navigator?.onLine === false;
}
