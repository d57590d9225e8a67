import assert from "node:assert/strict";
import { test } from "node:test";

import { Conversation } from "../conversation.js";
import { Failure } from "../transport.js";

const texts = { slow: "slow", empty: "empty", expired: "expired", broken: "broken", server: "s" };
texts.tooLong = "too long";

/** A conversation whose transport plays `scripts`, with a record of all that happens. */
function talk(...scripts) {
  const log = [];
  const note = (name) => (value) => log.push(value === undefined ? name : [name, value]);
  const names = ["setBusy", "showAnswer", "showTrouble", "clearSuggestions", "restore"];
  const view = Object.fromEntries(names.map((name) => [name, note(name)]));
  const voice = { say: note("say"), hush: () => {} };
  const memory = { token: "t", announceTurn: note("turn") };
  const asked = [];
  const transport = {
    async *ask(text) {
      asked.push(text);
      for (const step of scripts.shift()) {
        if (step instanceof Error) throw step;
        yield await step;
      }
    },
  };
  const parts = { transport, memory, texts, limit: 500, view: () => view, voice };
  return { log, asked, memory, conversation: new Conversation(parts) };
}

const said = (text) => ({ type: "answer", text, source: null, suggestions: [] });
const shown = ({ log }) => log.filter((e) => e[0] === "showAnswer").map((e) => e[1].text);

test("a question is answered, read out once, and the page is free again", async () => {
  const one = talk([said("a"), said("b")]);
  await one.conversation.ask("q");
  assert.deepEqual(shown(one), ["a", "b"]);
  assert.deepEqual(
    one.log.filter((entry) => entry[0] === "say"),
    [["say", "a"], ["say", "b"]],
  );
  assert.deepEqual(one.log.at(-2), ["setBusy", false]);
  assert.equal(one.conversation.busy, false);
});

test("no answer at all is told", async () => {
  const one = talk([]);
  await one.conversation.ask("q");
  assert.deepEqual(shown(one), ["empty"]);
});

test("a failure is shown after the dots are gone, and asked again on demand", async () => {
  const one = talk([said("half"), new Failure("broken")], [said("whole")]);
  await one.conversation.ask("q");
  const trouble = one.log.findIndex((entry) => entry[0] === "showTrouble");
  const free = one.log.findIndex((entry) => entry[0] === "setBusy" && !entry[1]);
  assert.ok(free < trouble);
  await one.conversation.retry();
  assert.deepEqual(one.asked, ["q", "q"]);
  assert.deepEqual(shown(one), ["half", "whole"]);
});

test("what the server refuses for its text goes back into the input", async () => {
  const one = talk([new Failure("too_long")]);
  await one.conversation.ask("long");
  assert.ok(one.log.some((entry) => entry[0] === "restore" && entry[1] === "long"));
});

test("an expired token is given up, and the question asked once more", async () => {
  const one = talk([new Failure("bad_token")], [said("a")]);
  await one.conversation.ask("q");
  assert.equal(one.memory.token, null);
  assert.deepEqual(one.asked, ["q", "q"]);
  assert.deepEqual(shown(one), ["a"]);
});

test("a server that refuses every token is not asked for ever", async () => {
  const one = talk([new Failure("bad_token")], [new Failure("bad_token")]);
  await one.conversation.ask("q");
  assert.deepEqual(one.asked, ["q", "q"]);
  assert.ok(one.log.some((entry) => entry[0] === "showTrouble"));
});

test("what comes for a conversation that was given up is not shown", async () => {
  let come;
  const late = new Promise((resolve) => (come = resolve));
  const one = talk([late]);
  const asking = one.conversation.ask("q");
  one.conversation.forget();
  come(said("too late"));
  await asking;
  assert.deepEqual(shown(one), []);
  assert.equal(one.memory.token, null);
});

test("without a question there is nothing to ask again", async () => {
  const one = talk();
  await one.conversation.retry();
  assert.deepEqual(one.asked, []);
});
