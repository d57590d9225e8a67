/** What a screen reader reads of an answer: its words, without the marks of Markdown. */

import { markdownToHtml } from "./markdown.js";

const ENDS = /<\/(?:p|li)>|<br>/g;
const TAGS = /<[^>]*>/g;
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

export function markdownToSpeech(text) {
  // Safe to strip: every "<" that is not a tag of ours is an entity by now.
  return markdownToHtml(text)
    .replace(ENDS, "\n")
    .replace(TAGS, "")
    .replace(/&(?:lt|gt|quot|amp|#39);/g, (found) => ENTITIES[found])
    .trim();
}
