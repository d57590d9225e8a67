/** Fill the places of a text from texts/: "{used} of {limit}". */

export function fill(text, values = {}) {
  return text.replace(/\{(\w+)\}/g, (place, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}
