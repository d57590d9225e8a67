/**
 * Put the chat's launcher on a page: <script src="…/loader.js" data-lang="sv" async></script>
 *
 * A classic script, so that one tag does it.  It asks the server for nothing; all else
 * comes when the visitor opens the chat.
 *
 * Settings, as attributes of the tag: data-lang (en, sv; else the page's language),
 * data-title, data-label (the launcher's), data-theme (light, dark; else the visitor's),
 * data-accent (a CSS colour), data-position (left, right).  As CSS of the page:
 * partners-chat { --partners-chat-accent: …; } and the others that panel.css names.
 */
(() => {
  "use strict";

  const TAG = "partners-chat";
  // All at once: one after the other, as each names the next, would take many round trips.
  const MODULES = [
    "panel.js",
    "vendor/deepChat.bundle.js?v=2.4.2", // by version: kept for long
    "conversation.js", "deep-chat-view.js", "dialog.js", "markdown.js", "memory.js",
    "messages.js", "ndjson.js", "speech.js", "transport.js", "wording.js",
  ];
  // Where the files of the chat are, and the channel that serves them.
  const FILES = new URL(".", document.currentScript.src);
  const CHANNEL = new URL("..", FILES);
  const DARK = matchMedia("(prefers-color-scheme: dark)");
  const SETTINGS = ["lang", "title", "label", "theme", "accent", "position"];
  // Of texts/, what has to be said before, or without, the server.
  const TEXTS = {
    en: {
      launcher: "Ask about our partners",
      unreachable: "The chat can't be reached just now. Please try again in a moment.",
    },
    sv: {
      launcher: "Fråga om våra partner",
      unreachable: "Chatten går inte att nå just nu. Försök gärna igen om en stund.",
    },
  };
  const ICON =
    "M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H11l-5 4.5V16 " +
    "A2.3 2.3 0 0 1 4 13.5zM8 8h8M8 11.5h5";
  const STYLE = `
    :host {
      --chat-accent: var(--partners-chat-accent, var(--chosen-accent, #0f5c63));
      --chat-on-accent: var(--partners-chat-on-accent, var(--readable, #fff));
      --chat-font: var(--partners-chat-font, system-ui, "Segoe UI", Roboto, sans-serif);
      --chat-size: var(--partners-chat-font-size, 16px);
      --chat-offset: var(--partners-chat-offset, 20px);
      color-scheme: light;
      position: fixed;
      inset: auto var(--chat-offset) var(--chat-offset) auto;
      z-index: var(--partners-chat-layer, 2147483000);
      font: normal 400 var(--chat-size) / 1.45 var(--chat-font);
    }
    :host([position="left"]) { inset: auto auto var(--chat-offset) var(--chat-offset); }
    :host([dark]) {
      --chat-accent: var(--partners-chat-accent, var(--chosen-accent-dark, #1a7f88));
      color-scheme: dark;
    }
    .launcher {
      display: flex; align-items: center; gap: 0.6em; min-height: 56px; min-width: 56px;
      box-sizing: border-box; padding: 0 1.25em 0 1.05em; margin: 0;
      border: 1px solid transparent; border-radius: 28px;
      background: var(--chat-accent); color: var(--chat-on-accent);
      font: inherit; font-weight: 600; letter-spacing: 0; cursor: pointer;
      box-shadow: 0 1px 2px rgb(0 0 0 / 20%), 0 6px 20px rgb(0 0 0 / 18%);
    }
    .launcher:hover { filter: brightness(1.08); }
    .launcher:focus-visible {
      outline: 3px solid var(--chat-accent); outline-offset: 3px;
      box-shadow: 0 0 0 3px Canvas;
    }
    .launcher[aria-busy="true"] { cursor: progress; }
    .launcher svg {
      width: 26px; height: 26px; flex: none; fill: none; stroke: currentColor;
      stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round;
    }
    .failure {
      position: absolute; right: 0; bottom: calc(100% + 12px); width: max-content;
      max-width: min(18em, 80vw); margin: 0; padding: 0.7em 0.9em; border-radius: 12px;
      background: Canvas; color: CanvasText; border: 1px solid GrayText;
    }
    :host([position="left"]) .failure { right: auto; left: 0; }
    .failure:empty { display: none; }
    @media (max-width: 480px) {
      .launcher { padding: 0; justify-content: center; }
      .label { position: absolute; width: 1px; height: 1px; overflow: hidden;
        clip-path: inset(50%); white-space: nowrap; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .launcher[aria-busy="true"] svg { animation: wait 0.9s ease-in-out infinite alternate; }
      @keyframes wait { to { opacity: 0.35; transform: scale(0.9); } }
    }
    @media (forced-colors: active) { .launcher { border-color: ButtonText; } }
    @media print { :host { display: none; } }
  `;

  class PartnersChat extends HTMLElement {
    #root = this.attachShadow({ mode: "open" });
    #panel = null;
    #opening = null;
    #button;
    #failure;
    #opener;

    connectedCallback() {
      if (this.#button) return; // moved within the page
      const sheet = new CSSStyleSheet(); // no style element, which a CSP may forbid
      sheet.replaceSync(STYLE);
      this.#root.adoptedStyleSheets = [sheet];
      this.#button = this.#launcher();
      this.#failure = make("p", { class: "failure", role: "status" });
      this.#root.append(this.#failure, this.#button);
      this.#accent(this.getAttribute("accent"));
      DARK.addEventListener("change", () => this.#colour());
    }

    /** Open the chat, loading it first if need be. */
    open() {
      this.#opening ??= this.#open().finally(() => {
        this.#opening = null;
      });
      return this.#opening;
    }

    close() {
      if (!this.#panel?.isOpen) return;
      this.#panel.close(); // and the focus goes back to where it was
      this.#button.setAttribute("aria-expanded", "false");
      // It was nowhere in Safari, which gives none to a button that is clicked.
      if (this.#opener === document.body) this.#button.focus();
    }

    async #open() {
      this.#opener = document.activeElement;
      this.#failure.textContent = "";
      this.#button.setAttribute("aria-busy", "true");
      try {
        this.#panel ??= await this.#load();
        this.#button.setAttribute("aria-expanded", "true");
        this.#panel.open();
      } catch {
        // Whatever it was, a later click tries again.
        this.#failure.textContent = this.#texts.unreachable;
      } finally {
        this.#button.removeAttribute("aria-busy");
      }
    }

    async #load() {
      const loading = MODULES.map((name) => import(new URL(name, FILES).href));
      const [{ createPanel }] = await Promise.all(loading);
      const panel = await createPanel({
        root: this.#root,
        files: FILES,
        channel: CHANNEL,
        language: this.#language,
        title: this.getAttribute("chat-title"),
        closed: () => this.close(),
      });
      const { accent, accentDark } = panel.colours;
      if (!this.hasAttribute("accent")) this.#accent(accent, accentDark);
      return panel;
    }

    #launcher() {
      const label = make("span", { class: "label" });
      label.textContent = this.getAttribute("label") || this.#texts.launcher;
      const expandable = { "aria-haspopup": "dialog", "aria-expanded": "false" };
      const button = make("button", { type: "button", class: "launcher", ...expandable });
      button.append(icon(), label);
      button.addEventListener("click", () =>
        this.#panel?.isOpen ? this.close() : this.open(),
      );
      return button;
    }

    #accent(accent, accentDark = accent) {
      const chosen = { "--chosen-accent": accent, "--chosen-accent-dark": accentDark };
      for (const [name, value] of Object.entries(chosen)) {
        if (value && CSS.supports("color", value)) this.style.setProperty(name, value);
      }
      this.#colour();
    }

    /** Dark or not; and on the accent black or white, whichever reads better. */
    #colour() {
      const theme = this.getAttribute("theme") ?? (DARK.matches ? "dark" : "light");
      this.toggleAttribute("dark", theme === "dark"); // the style goes by this
      const { backgroundColor } = getComputedStyle(this.#button);
      this.style.setProperty("--readable", readableOn(backgroundColor));
    }

    get #language() {
      const wanted = this.lang || document.documentElement.lang || "en";
      const language = wanted.toLowerCase().split("-")[0];
      return language in TEXTS ? language : "en";
    }

    get #texts() {
      return TEXTS[this.#language];
    }
  }

  /** Black or white, by the contrast of WCAG with `colour`, as the browser computed it. */
  function readableOn(colour) {
    const numbers = /^rgba?\(([^)]+)\)/.exec(colour)?.[1].split(/[ ,/]+/).map(Number);
    if (!numbers) return "#fff";
    const [red, green, blue] = numbers.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    return 1.05 / (light + 0.05) >= 4.5 ? "#fff" : "#000";
  }

  function make(tag, attributes, namespace = "http://www.w3.org/1999/xhtml") {
    const made = document.createElementNS(namespace, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  function icon() {
    const namespace = "http://www.w3.org/2000/svg";
    const svg = make("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, namespace);
    svg.append(make("path", { d: ICON }, namespace));
    return svg;
  }

  function place(script) {
    if (document.querySelector(TAG)) return; // a second tag on the page
    const chat = document.createElement(TAG);
    for (const name of SETTINGS) {
      // `title` would be shown as a tooltip all over the chat.
      const attribute = name === "title" ? "chat-title" : name;
      if (script.dataset[name]) chat.setAttribute(attribute, script.dataset[name]);
    }
    document.body.append(chat);
  }

  const script = document.currentScript;
  if (!customElements.get(TAG)) customElements.define(TAG, PartnersChat);
  if (document.body) place(script);
  else document.addEventListener("DOMContentLoaded", () => place(script));
})();
