/** Searching while one types: the address follows a little later, the field never waits. */
import { html, useEffect, useRef, useState } from "../vendor/preact.js";
import { changed, one } from "./address.js";
import { useApp } from "./context.js";
import { go } from "./router.js";

const PAUSE_MS = 150;

/** The search field of a page; its words are the address's `q`. */
export function SearchBox({ label }) {
  const { t, address } = useApp();
  const asked = one(address, "q");
  const [words, setWords] = useState(asked);
  const sent = useRef(asked);
  useEffect(() => {
    if (asked !== sent.current) setWords(asked);
    sent.current = asked;
  }, [asked]);
  useEffect(() => {
    if (words.trim() === asked) return undefined;
    const timer = setTimeout(() => {
      sent.current = words.trim();
      go(changed(address, { q: words.trim() }), { replace: Boolean(asked) });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  const leave = (event) => event.key === "Escape" && event.target.blur();
  return html`<search class="search"><label><span class="hidden">${label}</span>
    <input type="search" value=${words} placeholder=${label} dir="auto" maxlength="300" onInput=${(event) => setWords(event.target.value)}
      onKeyDown=${leave} aria-keyshortcuts="/" /></label><kbd aria-hidden="true" title=${t("key.search")}>/</kbd></search>`;
}
