/** The interface's own words: messages by key, with placeholders and plurals of the reader's language. */

/**
 * A function `t(key, values)` over nested messages.
 *
 * - `key` is a path as "grades.single"; a key that is missing comes back as itself, so that it is seen (and tested for).
 * - `{name}` in a message takes `values.name`; numbers are written as the locale writes them. A value that ends in a full
 *   stop (a Croatian day) takes the place of the sentence's own.
 * - A message with plural forms (`{one, few, other}`) is chosen by `values.n`.
 *
 * `t.locale` is the language, `t.has(key)` tells whether there is a word, `t.or(key, otherwise)` falls back to data.
 *
 * @param {object} messages nested objects of strings
 * @param {string} locale a BCP 47 tag, as "de"
 */
export function translator(messages, locale) {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const t = (key, values = {}) => {
    const found = at(messages, key);
    const text = typeof found === "object" && found !== null ? plural(found, values.n, plurals) : found;
    return typeof text === "string" ? fill(text, values, numbers) : key;
  };
  t.locale = locale;
  t.has = (key) => at(messages, key) !== undefined;
  t.or = (key, otherwise) => (t.has(key) ? t(key) : otherwise);
  return t;
}

/** Messages of several files as one object; a later file adds to the groups of an earlier one. */
export function merged(...files) {
  const whole = {};
  for (const file of files) {
    for (const [key, value] of Object.entries(file)) whole[key] = isGroup(whole[key]) ? merged(whole[key], value) : value;
  }
  return whole;
}

/** The words after the last full step of a path: keys of the data may hold spaces, but never dots. */
function at(messages, key) {
  let found = messages;
  for (const step of key.split(".")) {
    if (!isGroup(found) || !Object.hasOwn(found, step)) return undefined;
    found = found[step];
  }
  return found;
}

function isGroup(value) {
  return typeof value === "object" && value !== null;
}

function plural(forms, n, plurals) {
  return forms[plurals.select(Number(n ?? 0))] ?? forms.other;
}

function fill(text, values, numbers) {
  return text.replace(/\{(\w+)\}(\.?)/g, (whole, name, stop) => {
    const value = values[name];
    if (value === undefined) return whole;
    const told = typeof value === "number" ? numbers.format(value) : String(value);
    return told.endsWith(".") ? told : told + stop;
  });
}
