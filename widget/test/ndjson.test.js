import assert from "node:assert/strict";
import { test } from "node:test";

import { BadLine, readObjects } from "../ndjson.js";

/** A stream that gives out the bytes of `text` in pieces of `size`. */
function streamOf(text, size = 1_000) {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

async function read(stream) {
  const found = [];
  for await (const object of readObjects(stream)) found.push(object);
  return found;
}

for (const size of [1, 2, 3, 7, 1_000]) {
  test(`lines are whole however the network cuts them: ${size} bytes`, async () => {
    const text = '{"text":"Malmö 🧬"}\n\n{"type":"done"}\n';
    const found = await read(streamOf(text, size));
    assert.deepEqual(found, [{ text: "Malmö 🧬" }, { type: "done" }]);
  });
}

test("the last line may lack its line feed", async () => {
  assert.deepEqual(await read(streamOf('{"a":1}\n{"b":2}')), [{ a: 1 }, { b: 2 }]);
});

for (const line of ["no json", '{"half":', "[1]", "null", "3"]) {
  test(`${line} is no object, and said to be none`, async () => {
    await assert.rejects(read(streamOf(`${line}\n`)), BadLine);
  });
}

test("who stops reading ends the stream", async () => {
  let cancelled = false;
  const stream = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"a":1}\n')),
    cancel: () => {
      cancelled = true;
    },
  });
  for await (const object of readObjects(stream)) {
    assert.deepEqual(object, { a: 1 });
    break;
  }
  assert.ok(cancelled);
});
