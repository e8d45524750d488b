/** The words of the interface in the reader's language: some files of messages as one function. */
import { useEffect, useMemo, useState } from "../vendor/preact.js";
import { merged, translator } from "../parts/i18n.js";
import { fetchJson } from "./data.js";

const FILES = ["vocabulary", "charts", "report", "screens"];
const loaded = new Map();

/** `{t, types}`: the function that says things (null until its words are there) and the codes of all event types. */
export function useWords(language) {
  const [, setRound] = useState(0);
  useEffect(() => {
    if (!loaded.has(language)) learn(language).then(() => setRound((now) => now + 1));
  }, [language]);
  const messages = loaded.get(language) ?? [...loaded.values()].at(-1);
  return useMemo(() => ({ t: messages && translator(messages, language), types: Object.keys(messages?.types ?? {}) }), [messages, language]);
}

/** Fetches the words of a language; those of the first page are asked for before it is drawn. */
export async function learn(language) {
  loaded.set(language, merged(...(await Promise.all(FILES.map((file) => fetched(language, file))))));
}

/** A file of messages; where it cannot be had the keys stand for its words, which is better than no page. */
function fetched(language, file) {
  return fetchJson(new URL(`../messages/${language}/${file}.json`, import.meta.url)).catch(() => ({}));
}
