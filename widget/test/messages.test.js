import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Memory } from "../memory.js";
import {
  answerToHtml,
  isSendable,
  questionToHtml,
  toAnswer,
  toReportedTrouble,
  toTrouble,
  troubleToHtml,
} from "../messages.js";
import { fill } from "../wording.js";

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const languages = { en: JSON.parse(read("texts/en.json")), sv: JSON.parse(read("texts/sv.json")) };
const { texts } = languages.en;
const PLACES = /\{(\w+)\}/g;

test("whatever the server sends is an answer that can be shown", () => {
  const odd = { text: 3, source: ["x"], suggestions: [1, null, "", "Who?"] };
  const answer = { text: texts.empty, source: "", suggestions: ["Who?"] };
  assert.deepEqual(toAnswer(odd, texts), answer);
  assert.deepEqual(toAnswer({}, texts), { ...answer, suggestions: [] });
});

test("an answer has its source under it and its offers as buttons", () => {
  const answer = { text: "By Vinnova.", source: "Section: <CAMP>", suggestions: ["a & b"] };
  const html = answerToHtml(answer, texts);
  assert.ok(html.includes('<p class="source">Section: &lt;CAMP&gt;</p>'));
  assert.ok(html.includes('<button type="button" class="suggestion">a &amp; b</button>'));
  assert.ok(!answerToHtml(answer, texts, false).includes("<button"));
});

test("a question is shown as it was written", () => {
  const html = questionToHtml("<b>[x](javascript:1)", texts);
  assert.ok(html.includes("&lt;b&gt;[x](javascript:1)"));
});

test("what is empty or too long can't be sent; an emoji counts as one", () => {
  assert.ok(isSendable(" hello ", 5));
  assert.ok(isSendable("🧬🧬", 2));
  for (const text of ["", "  \n", "abcdef", undefined]) assert.ok(!isSendable(text, 5));
});

const TROUBLES = [
  ["too_many", { retryAfter: 4 }, { again: true, wait: 4 }, "4 seconds"],
  ["too_long", {}, { again: false, wait: 0 }, "500"],
  ["broken", {}, { again: true, wait: 0 }, "broke off"],
  ["never heard of", {}, { again: true, wait: 0 }, "wrong"],
];
for (const [kind, details, expected, said] of TROUBLES) {
  test(`the failure ${kind} is told in words`, () => {
    const { text, ...rest } = toTrouble({ kind, ...details }, texts, 500);
    assert.deepEqual(rest, expected);
    assert.ok(text.includes(said), text);
    const buttons = troubleToHtml({ text, ...rest }, texts, "gone").includes("<button");
    assert.equal(buttons, expected.again);
  });
}

test("an error's number is told once", () => {
  const told = (text) => toReportedTrouble({ text, id: "ab12" }, texts).text;
  assert.equal(told("Sorry (ab12).").split("ab12").length, 2);
  assert.equal(told("Sorry.").split("ab12").length, 2);
});

test("both languages have the same texts, with the same places", () => {
  const [en, sv] = [languages.en.texts, languages.sv.texts];
  assert.deepEqual(Object.keys(sv), Object.keys(en));
  for (const [name, text] of Object.entries(en)) {
    const places = (of) => [...of.matchAll(PLACES)].map((match) => match[1]).sort();
    assert.deepEqual(places(sv[name]), places(text), name);
  }
  assert.equal(languages.en.examples.length, 4);
  assert.equal(languages.sv.examples.length, 4);
});

test("every text is used, and every text that is used exists", () => {
  const files = ["dialog", "messages", "deep-chat-view", "conversation", "panel", "loader"];
  const code = files.map((name) => read(`${name}.js`)).join("\n");
  for (const name of Object.keys(texts)) assert.match(code, new RegExp(`\\b${name}\\b`));
  for (const [, name] of code.matchAll(/\btexts\.(\w+)/g)) assert.ok(name in texts, name);
});

test("the loader says before the server what the server would say", () => {
  const loader = read("loader.js");
  for (const { texts: said } of Object.values(languages)) {
    assert.ok(loader.includes(JSON.stringify(said.launcher)));
    assert.ok(loader.includes(JSON.stringify(said.unreachable)));
  }
});

test("a text is filled, and what has no value stays", () => {
  assert.equal(fill("{used} of {limit} {other}", { used: 1, limit: 2 }), "1 of 2 {other}");
});

test("without storage, or with one that fails, the page itself remembers", () => {
  const failing = {
    getItem: () => {
      throw new Error("denied");
    },
    setItem: () => {
      throw new Error("full");
    },
  };
  for (const storage of [null, failing]) {
    const memory = new Memory(storage);
    memory.token = "t";
    assert.equal(memory.token, "t");
    memory.token = null;
    assert.equal(memory.token, null);
  }
});

test("a page hears of another page's turn, and of nothing else", () => {
  const target = new EventTarget();
  const memory = new Memory(null);
  let heard = 0;
  memory.onOtherTurn(() => (heard += 1), target);
  for (const key of ["partners-chat-turn", "partners-chat", "another's"]) {
    target.dispatchEvent(Object.assign(new Event("storage"), { key }));
  }
  assert.equal(heard, 1);
});
