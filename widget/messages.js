/** What the chat shows, as HTML: greeting, answers, the visitor's messages, failures. */

import { escapeHtml, markdownToHtml, plainToHtml } from "./markdown.js";
import { fill } from "./wording.js";

// What can't be cured by trying the same again: the visitor has to change the text.
const HOPELESS = new Set(["too_long", "empty", "command", "refused"]);
const FAILURES = {
  offline: "offline",
  unreachable: "failedToReach",
  broken: "broken",
  silent: "tookTooLong",
  server: "server",
  too_many: "tooMany",
  too_long: "tooLong",
  empty: "refused",
  command: "command",
  refused: "refused",
  bad_token: "server",
};
const SPOKEN = "en"; // the assistant's language, whatever that of the page
const LONGEST_WAIT = 10; // seconds to wait where the server names no time

/** Whether a text can be sent: not empty, and at most `limit` characters. */
export function isSendable(text, limit) {
  const said = (text ?? "").trim();
  return said !== "" && [...said].length <= limit;
}

/** An answer in a form that the rest can trust, whatever the server sent. */
export function toAnswer(event, texts) {
  const text = typeof event.text === "string" ? event.text.trim() : "";
  const source = typeof event.source === "string" ? event.source.trim() : "";
  const offered = Array.isArray(event.suggestions) ? event.suggestions : [];
  const suggestions = offered.filter((each) => typeof each === "string" && each.trim());
  return { text: text || texts.empty, source, suggestions };
}

/** What went wrong, in words: the text, and whether and when trying again can help. */
export function toTrouble(failure, texts, limit) {
  const seconds = failure.retryAfter || LONGEST_WAIT;
  return {
    text: fill(texts[FAILURES[failure.kind] ?? "server"], { seconds, limit }),
    again: !HOPELESS.has(failure.kind),
    wait: failure.kind === "too_many" ? seconds : 0,
  };
}

/** The same of an error that the assistant itself reports, with its number. */
export function toReportedTrouble(event, texts) {
  const text = typeof event.text === "string" && event.text ? event.text : texts.server;
  const told = !event.id || text.includes(event.id);
  const reference = told ? "" : ` ${fill(texts.reference, { id: event.id })}`;
  return { text: text + reference, again: true, wait: 0 };
}

export function answerToHtml(answer, texts, offer = true) {
  const offered = offer ? suggestionsToHtml(answer.suggestions, texts) : "";
  return saidToHtml(answer, texts, ` lang="${SPOKEN}"`) + offered;
}

export function greetingToHtml(texts, examples) {
  const lead = `<p>${escapeHtml(texts.examples)}</p>`;
  const greeting = saidToHtml({ text: texts.greeting, source: "" }, texts);
  return greeting + suggestionsToHtml(examples, texts, lead);
}

export function questionToHtml(text, texts) {
  return `<p dir="auto">${speaker(texts.you)}${plainToHtml(text)}</p>`;
}

/** `temporary` is the class by which the view takes it away with the next message. */
export function troubleToHtml({ text, again }, texts, temporary) {
  const button = `<button type="button" class="retry">${escapeHtml(texts.retry)}</button>`;
  const said = `<p dir="auto">${plainToHtml(text)}</p>`;
  return `<div class="trouble ${temporary}">${said}${again ? button : ""}</div>`;
}

export function dotsToHtml(texts) {
  const hidden = `<span class="hidden">${escapeHtml(texts.working)}</span>`;
  return `<span class="dots">${hidden}<i></i><i></i><i></i></span>`;
}

function saidToHtml({ text, source }, texts, language = "") {
  const where = source ? `<p class="source">${escapeHtml(source)}</p>` : "";
  const said = `${speaker(texts.assistant)}${markdownToHtml(text)}${where}`;
  return `<div class="said" dir="auto"${language}>${said}</div>`;
}

function suggestionsToHtml(suggestions, texts, lead = "") {
  if (!suggestions.length) return "";
  const items = suggestions
    .map(escapeHtml)
    .map((each) => `<li><button type="button" class="suggestion">${each}</button></li>`);
  const label = escapeHtml(texts.suggestions);
  const list = `<ul role="list" lang="${SPOKEN}" aria-label="${label}">${items.join("")}</ul>`;
  return `<div class="suggestions">${lead}${list}</div>`;
}

function speaker(name) {
  return `<span class="hidden">${escapeHtml(name)} </span>`;
}
