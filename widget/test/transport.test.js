import assert from "node:assert/strict";
import { test } from "node:test";

import { Memory } from "../memory.js";
import { Failure, Transport } from "../transport.js";

const DONE = '{"type":"done"}\n';

/** A transport whose server answers with `responses`, one after the other. */
function served(...responses) {
  const requests = [];
  const memory = new Memory(null);
  const fetch = async (address, options) => {
    requests.push({ address, ...options });
    const next = responses.shift();
    if (next instanceof Error) throw next;
    return next;
  };
  return { requests, memory, transport: new Transport("https://h/web/", memory, fetch) };
}

function refusal(status, body, headers = {}) {
  return new Response(JSON.stringify(body), { status, headers });
}

async function ask({ transport }, message = "hello") {
  const events = [];
  for await (const event of transport.ask(message)) events.push(event);
  return events;
}

test("the first message has no token, later ones have the one that was issued", async () => {
  const first = new Response(`{"type":"token","token":"t1"}\n${DONE}`);
  const server = served(first, new Response(DONE));
  await ask(server);
  await ask(server, "again");
  const [one, two] = server.requests;
  assert.equal(one.headers.Authorization, undefined);
  assert.equal(two.headers.Authorization, "Bearer t1");
  assert.equal(two.body, '{"message":"again"}');
  assert.equal(two.credentials, "omit");
});

test("answers are given out, what is unknown is left out", async () => {
  const lines = '{"type":"answer","text":"a"}\n{"type":"news"}\n{"type":"error","id":"1"}\n';
  const events = await ask(served(new Response(lines + DONE)));
  assert.deepEqual(
    events.map((event) => event.type),
    ["answer", "error"],
  );
});

const FAILURES = [
  ["an answer without its end", new Response('{"type":"answer","text":"a"}\n'), "broken"],
  ["what is no JSON", new Response("<html>\n"), "broken"],
  ["no connection", new TypeError("Failed to fetch"), "unreachable"],
  ["a text too long", refusal(413, { error: "too_long" }), "too_long"],
  ["a command", refusal(400, { error: "command" }), "command"],
  ["an unknown refusal", refusal(400, { error: "strange" }), "refused"],
  ["a bad token", refusal(401, { error: "bad_token" }), "bad_token"],
  ["a proxy's refusal", new Response("<html>", { status: 502 }), "server"],
];
for (const [name, response, kind] of FAILURES) {
  test(`${name} is a failure of the kind ${kind}`, async () => {
    await assert.rejects(ask(served(response)), (error) => {
      assert.ok(error instanceof Failure);
      assert.equal(error.kind, kind);
      return true;
    });
  });
}

const WAITS = [
  [{ error: "too_many", retry_after: 2.2 }, {}, 3],
  [{ error: "too_many" }, { "Retry-After": "7" }, 7],
  [{}, { "Retry-After": "5" }, 5],
];
for (const [body, headers, seconds] of WAITS) {
  test(`429 with ${JSON.stringify([body, headers])} says how long to wait`, async () => {
    await assert.rejects(ask(served(refusal(429, body, headers))), (error) => {
      assert.deepEqual([error.kind, error.retryAfter], ["too_many", seconds]);
      return true;
    });
  });
}

test("an expired token has no history and is forgotten", async () => {
  const server = served(refusal(401, { error: "bad_token" }));
  server.memory.token = "old";
  assert.deepEqual(await server.transport.history(), []);
  assert.equal(server.memory.token, null);
});

test("without a token nobody asks for a history", async () => {
  const server = served();
  assert.deepEqual(await server.transport.history(), []);
  assert.equal(server.requests.length, 0);
});
