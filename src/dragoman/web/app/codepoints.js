/**
 * Offsets as the ledger counts them: in Unicode code points, where the browser counts UTF-16 units.
 * Pure functions over text.
 */

/** How many code points lie before UTF-16 `index` of `text`. */
export function pointsBefore(text, index) {
  return [...text.slice(0, index)].length;
}

/** The code points of `text` from `start` to `end`. */
export function slice(text, start, end) {
  return [...text].slice(start, end).join("");
}

/**
 * The span that words chosen in a sentence take in their document, or null where the sentence lacks them.
 * `sentence` is a span of the contract; `near` the UTF-16 index in it where they were chosen, if known: a sentence
 * may say the same words twice.
 */
export function spanOf(sentence, words, near = null) {
  const trimmed = words.trim();
  if (!trimmed) return null;
  const skipped = words.length - words.trimStart().length;
  const index = at(sentence.text, trimmed, near === null ? null : near + skipped);
  if (index < 0) return null;
  const start = sentence.start + pointsBefore(sentence.text, index);
  return { text: trimmed, start, end: start + [...trimmed].length };
}

function at(text, words, near) {
  if (near !== null && text.startsWith(words, near)) return near;
  return text.indexOf(words);
}

/** Where in the text of `root` a point of a selection lies, in UTF-16 units, or null if it lies elsewhere. */
export function indexIn(root, node, offset) {
  if (!root.contains(node)) return null;
  const range = root.ownerDocument.createRange();
  range.selectNodeContents(root);
  range.setEnd(node, offset);
  return range.toString().length;
}
