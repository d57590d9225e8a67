/**
 * A small, safe part of Markdown as HTML: everything else is shown as the text that it is.
 *
 * No raw HTML passes, a link only to an address that SCHEMES allows, and no image.
 */

// Not data:, not javascript:, and nothing relative: what would it be relative to?
const SCHEMES = /^(?:https?:\/\/|mailto:|tel:)[^\s]/i;
// Characters that turn the direction of what follows: they could show a text other than
// what is written, so that they are made visible instead.
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const ITEM = /^\s*(?:[-*•]|(\d{1,4})[.)])\s+(.*)$/;
// Each part bounded in length, so that no text takes long to read.
const INLINE = new RegExp(
  [
    "`(?<code>[^`\\n]{1,500})`",
    "\\[(?<label>[^\\[\\]\\n]{1,300})\\]\\((?<target>[^\\s()<>]{1,1000})\\)",
    "\\*\\*(?<strong>[^\\s*](?:[^*\\n]{0,500}[^\\s*])?)\\*\\*",
    "(?<![\\w*])\\*(?<emphasis>[^\\s*](?:[^*\\n]{0,500}[^\\s*])?)\\*(?![\\w*])",
    "(?<url>https?:\\/\\/[^\\s<>\"'`]{1,1000})",
  ].join("|"),
  "gi",
);
// A full stop or bracket at the end belongs to the sentence, not to the address.
const AFTER_URL = /[.,;:!?)\]}'"*]+$/;

/** `text` as HTML that shows exactly its characters, line breaks kept. */
export function plainToHtml(text) {
  return escapeHtml(text).replace(/\r\n?|\n/g, "<br>");
}

/** `text` with nothing in it that HTML, or the direction of writing, would take up. */
export function escapeHtml(text) {
  return String(text)
    .replace(TURNING, (found) => `[U+${codePoint(found)}]`)
    .replace(/[&<>"']/g, (found) => ESCAPES[found]);
}

/** The HTML of `text`: paragraphs, lists, links, emphasis and code. */
export function markdownToHtml(text) {
  return blocks(text).map(blockToHtml).join("");
}

/** Whether a link may lead to `address`. */
export function isSafeAddress(address) {
  return SCHEMES.test(address) && address.search(TURNING) < 0;
}

function blocks(text) {
  const found = [];
  let open = null;
  for (const line of String(text).replace(/\r\n?/g, "\n").split("\n")) {
    const item = ITEM.exec(line);
    const kind = item ? (item[1] ? "ol" : "ul") : "p";
    if (!line.trim()) {
      open = null;
      continue;
    }
    if (open?.kind !== kind) {
      open = { kind, start: item?.[1], lines: [] };
      found.push(open);
    }
    open.lines.push(item ? item[2] : line);
  }
  return found;
}

function blockToHtml({ kind, start, lines }) {
  if (kind === "p") return `<p>${lines.map(inlineToHtml).join("<br>")}</p>`;
  const items = lines.map((line) => `<li>${inlineToHtml(line)}</li>`).join("");
  const first = kind === "ol" ? ` start="${Number(start)}"` : "";
  return `<${kind}${first}>${items}</${kind}>`;
}

function inlineToHtml(text) {
  let html = "";
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    html += escapeHtml(text.slice(end, match.index)) + partToHtml(match);
    end = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(end));
}

function partToHtml(match) {
  const { code, label, target, strong, emphasis, url } = match.groups;
  if (code) return `<code>${escapeHtml(code)}</code>`;
  if (strong) return `<strong>${inlineToHtml(strong)}</strong>`;
  if (emphasis) return `<em>${inlineToHtml(emphasis)}</em>`;
  if (url) return bareLink(url);
  return isSafeAddress(target) ? link(target, label) : escapeHtml(match[0]);
}

function bareLink(url) {
  const rest = AFTER_URL.exec(url)?.[0] ?? "";
  const address = url.slice(0, url.length - rest.length);
  const safe = isSafeAddress(address);
  return (safe ? link(address, address) : escapeHtml(address)) + escapeHtml(rest);
}

function link(address, label) {
  const where = `href="${escapeHtml(address)}" target="_blank" rel="noopener noreferrer"`;
  return `<a ${where}>${escapeHtml(label)}</a>`;
}

function codePoint(character) {
  return character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
}
