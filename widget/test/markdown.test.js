import assert from "node:assert/strict";
import { test } from "node:test";

import { escapeHtml, isSafeAddress, markdownToHtml, plainToHtml } from "../markdown.js";
import { markdownToSpeech } from "../speech.js";

const SHOWN = [
  ["one\ntwo", "<p>one<br>two</p>"],
  ["one\r\n\r\ntwo", "<p>one</p><p>two</p>"],
  ["They are:\n- CAMP\n- NOME", "<p>They are:</p><ul><li>CAMP</li><li>NOME</li></ul>"],
  ["3. three\n4. four", '<ol start="3"><li>three</li><li>four</li></ol>'],
  ["a **bold** word", "<p>a <strong>bold</strong> word</p>"],
  ["an *important* word", "<p>an <em>important</em> word</p>"],
  ["2*3*4 and a * b * c", "<p>2*3*4 and a * b * c</p>"],
  ["snake_case_name stays", "<p>snake_case_name stays</p>"],
  ["`a < b`", "<p><code>a &lt; b</code></p>"],
  ["# no heading", "<p># no heading</p>"],
  ["", ""],
];
for (const [text, html] of SHOWN) {
  test(`${JSON.stringify(text)} is shown in its form`, () => {
    assert.equal(markdownToHtml(text), html);
  });
}

const LINKS = [
  ["[CAMP](https://camp.example/a)", "https://camp.example/a", ""],
  ["[mail](mailto:a@b.example)", "mailto:a@b.example", ""],
  ["[call](tel:+46123)", "tel:+46123", ""],
  ["see https://camp.example/a?b=1&c=2.", "https://camp.example/a?b=1&amp;c=2", "."],
  ["(https://camp.example)", "https://camp.example", ")"],
];
for (const [text, address, after] of LINKS) {
  test(`${text} becomes a link that tells the other page nothing`, () => {
    const html = markdownToHtml(text);
    assert.ok(html.includes(`href="${address}" target="_blank" rel="noopener noreferrer"`));
    assert.ok(html.endsWith(`</a>${after}</p>`));
  });
}

const ATTACKS = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x](vbscript:x)",
  "[x](//evil.example)",
  "[x](/relative)",
  "![i](javascript:alert(1))",
  "![i](x\" onerror=\"alert(1))",
  "**<b onmouseover=alert(1)>**",
  "`<img src=x onerror=alert(1)>`",
  "- <iframe src=javascript:alert(1)>",
  "&lt;script&gt;",
  "[a](java\u202escript:1)",
];
for (const text of ATTACKS) {
  test(`${JSON.stringify(text)} is text and nothing else`, () => {
    const html = markdownToHtml(text);
    const ours = html.replace(/<\/?(?:p|ul|li|strong|code)>/g, "");
    assert.ok(!/[<>]/.test(ours), html);
    assert.ok(!html.includes("<a "), html);
  });
}

test("an attribute can't be left through a link", () => {
  const html = markdownToHtml('[x](https://a.example/"onmouseover=alert(1))');
  assert.ok(!/href="[^"]*"[^>]*onmouseover/.test(html), html);
});

test("characters that turn the direction of writing are made visible", () => {
  assert.equal(escapeHtml("a\u202eb\u2066c\u200f"), "a[U+202E]b[U+2066]c[U+200F]");
  assert.ok(!isSafeAddress("https://a.example/\u202egpj.exe"));
});

test("plain text keeps its lines and shows Markdown as written", () => {
  assert.equal(plainToHtml("**a**\n[b](https://c.example)"), "**a**<br>[b](https://c.example)");
});

test("a long and hostile text takes no long time to read", () => {
  const text = `${"[".repeat(20_000)}${"*".repeat(20_000)}${"`a".repeat(20_000)}`;
  const start = performance.now();
  markdownToHtml(text);
  assert.ok(performance.now() - start < 2_000);
});

test("a screen reader is given words, not marks", () => {
  const text = "**Yes** & <no>:\n- [CAMP](https://camp.example)\n- it's `x`";
  assert.equal(markdownToSpeech(text), "Yes & <no>:\nCAMP\nit's x");
});
