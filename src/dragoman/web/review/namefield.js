/** Finding a known actor or place by typing some of its name. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { query } from "../app/address.js";
import { useApp } from "../app/context.js";
import { useData } from "../app/data.js";

const PAUSE_MS = 150;
const OFFERED = 8;

/** A field that searches `what` (actor or place) and hands over what is chosen: the record of the server's list, `but` one. */
export function NameField({ id, what, label, choose, but = null }) {
  const { t, language } = useApp();
  const [words, setWords] = useState("");
  const take = (record) => {
    setWords("");
    choose(record);
  };
  const asked = useSettled(words.trim());
  const page = what === "place" ? "places" : "actors";
  const { data, error } = useData(asked ? `/${page}.json${query({ q: [asked], size: [String(OFFERED + 1)], lang: [language] })}` : null);
  const offered = asked ? (data?.[page] ?? []).filter((each) => each.id !== but).slice(0, OFFERED) : [];
  return html`<div class="namefield">
    <label for=${id}>${label}</label>
    <input id=${id} type="search" value=${words} dir="auto" autocomplete="off" maxlength="200"
      aria-describedby=${`${id}-found`} onInput=${(event) => setWords(event.target.value)}
      onKeyDown=${(event) => event.key === "Enter" && (event.preventDefault(), offered[0] && take(offered[0]))} />
    <p class="hidden" id=${`${id}-found`} role="status">${asked ? t("form.found", { n: offered.length }) : ""}</p>
    ${error ? html`<p class="problem">${error.message}</p>` : null}
    ${offered.length ? html`<ul class="offered">${offered.map((each) => html`<li key=${each.id}>
      <button type="button" onClick=${() => take(each)}><bdi class="told">${each.name}</bdi> <small><bdi class="told">${each.id}</bdi>${each.within ? html` · <bdi class="told">${each.within.name ?? each.within}</bdi>` : null}${each.side ? ` · ${t.or(`sides.${each.side}`, each.side)}` : null}</small></button></li>`)}</ul>` : null}
  </div>`;
}

/** A text once it has rested for a moment. */
function useSettled(text) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
