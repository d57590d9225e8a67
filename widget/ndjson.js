/** Read a stream of JSON lines, one object at a time, as they come. */

/** A line that is no JSON object. */
export class BadLine extends Error {}

/**
 * The objects of a byte stream, one a line.
 *
 * An unfinished line at the end of the stream is given out too, if it is a whole object:
 * the last line feed may be missing.
 */
export async function* readObjects(stream) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split("\n");
      rest = done ? "" : lines.pop();
      for (const line of lines) if (line.trim()) yield parse(line);
      if (done) return;
    }
  } finally {
    // Whoever stops reading wants no more of it; a broken stream can't be cancelled.
    await reader.cancel().catch(() => {});
  }
}

function parse(line) {
  let value;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new BadLine(`no JSON: ${line.slice(0, 80)}`, { cause: error });
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new BadLine(`no JSON object: ${line.slice(0, 80)}`);
  }
  return value;
}
