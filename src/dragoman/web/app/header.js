/** The head of every page: where one can go, who reviews, in which language. */
import { html } from "../vendor/preact.js";
import { changed } from "./address.js";
import { useApp } from "./context.js";
import { LANGUAGES } from "./language.js";
import { remember } from "./recent.js";
import { go } from "./router.js";

const PAGES = ["", "events", "claims", "documents", "places", "actors", "map", "tolls", "chronology", "sources",
  "review", "history", "about"];

/** Name, navigation, the reviewer's name, language. */
export function Header() {
  const { t, address } = useApp();
  const current = address.path.split("/")[1];
  return html`<header class="header">
    <a class="brand" href="/">dragoman</a>
    <nav class="nav" aria-label=${t("nav.label")}>
      ${PAGES.map((page) => html`<a key=${page} href=${`/${page}`} aria-current=${page === current ? "page" : null}>${t(`nav.${page || "overview"}`)}</a>`)}
    </nav>
    <div class="who"><${Reviewer} /><${Languages} /></div>
  </header>`;
}

function Reviewer() {
  const { t, user, setUser, readOnly } = useApp();
  if (readOnly) return null;
  return html`<label class="reviewer"><span>${t("reviewer.label")}</span>
    <input id="reviewer" type="text" maxlength="80" autocomplete="name" placeholder=${t("reviewer.hint")} value=${user}
      onInput=${(event) => setUser(event.target.value)} />
  </label>`;
}

function Languages() {
  const { t, language, address } = useApp();
  const choose = (code) => {
    remember("language", code);
    go(changed(address, { lang: code }), { replace: true });
  };
  return html`<div class="languages" role="group" aria-label=${t("language.label")}>
    ${LANGUAGES.map(([code, name]) => html`<button key=${code} type="button" lang=${code} title=${name}
      aria-pressed=${code === language} onClick=${() => choose(code)}>${code}<span class="hidden"> ${name}</span></button>`)}
  </div>`;
}
