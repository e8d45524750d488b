/** What this browser remembers between visits: the language, the reviewer's name, reasons given before. */

const REASONS = 8;

/** A remembered text, or `otherwise`; a browser that forbids remembering is as good as one that forgot. */
export function recall(name, otherwise = "") {
  try {
    return localStorage.getItem(`dragoman.${name}`) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Remembers a text. */
export function remember(name, text) {
  try {
    localStorage.setItem(`dragoman.${name}`, text);
  } catch {
    // Private windows may refuse: the value then lasts as long as the page.
  }
}

/** Reasons given before, the latest first. */
export function reasons() {
  try {
    const kept = JSON.parse(recall("reasons", "[]"));
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

/** The list of reasons with `text` at its head, none twice; pure. */
export function withReason(kept, text) {
  const reason = text.trim();
  return reason ? [reason, ...kept.filter((each) => each !== reason)].slice(0, REASONS) : kept;
}

/** Remembers that `text` was given as a reason. */
export function keepReason(text) {
  remember("reasons", JSON.stringify(withReason(reasons(), text)));
}
