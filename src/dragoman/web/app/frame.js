/** What frames a page's content: its heading and title, its data or what went wrong, its other forms. */
import { html, useEffect, useLayoutEffect, useRef } from "../vendor/preact.js";
import { dataPath } from "./address.js";
import { useApp } from "./context.js";
import { useData } from "./data.js";

/** The data of the page that the address names. */
export function usePage() {
  const { address, language } = useApp();
  return useData(dataPath(address, language));
}

/** The main heading, which is also the window's title; takes the focus on navigation. */
export function Heading({ children, title, told = false }) {
  const element = useRef(null);
  useLayoutEffect(() => inherited(element.current), []);
  useEffect(() => {
    document.title = title ? `${titled(title)} · dragoman` : "dragoman";
  }, [title]);
  return html`<h1 tabindex="-1" ref=${element} class=${told ? "told" : null} dir=${told ? "auto" : null}>${children ?? title}</h1>`;
}

const LONGEST = 120;

/** A window's title has no direction of its own to keep: what would turn it around is taken out, and it is cut. */
export function titled(text) {
  const plain = text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "").replace(/(\p{M}{4})\p{M}+/gu, "$1");
  return [...plain].slice(0, LONGEST).join("");
}

let held = false;

/** The heading that says that something loads gives its focus to the one that comes after it. */
function inherited(heading) {
  if (held) heading.focus({ preventScroll: true });
  held = false;
  return () => {
    held = document.activeElement === heading;
  };
}

/** A page's content once its data are there: `children` is a function of the data. */
export function Loaded({ page, title, children }) {
  const { t } = useApp();
  const { data, error, loading, again } = page;
  return html`${error ? html`<${Problem} error=${error} again=${again} title=${data ? null : title} />` : null}
    ${data ? html`<div class="loaded" aria-busy=${loading}>${children(data)}</div>` : null}
    ${!data && !error ? html`${title ? html`<${Heading} title=${title} />` : null}<p class="loading" role="status">${t("loading")}</p>` : null}`;
}

/** One clear line about what went wrong, and a way to try again. */
export function Problem({ error, again, title = null }) {
  const { t } = useApp();
  return html`${title ? html`<${Heading} title=${title} />` : null}
    <p class="problem" role="alert"><span>${t(problemKey(error), { detail: error.message })}</span>
      ${again ? html` <button type="button" class="button small" onClick=${again}>${t("again")}</button>` : null}</p>`;
}

function problemKey({ status }) {
  if (status === 0) return "error.unreachable";
  return { 400: "error.question", 401: "error.token", 403: "error.token", 404: "error.missing", 409: "error.busy" }[status] ?? "error.server";
}

/** Links to this very page as JSON and as a table. */
export function OtherForms() {
  const { t, address, language } = useApp();
  return html`<p class="forms">${t("forms.say")}
    ${" "}<a href=${dataPath(address, language)} target="_blank" rel="noopener">JSON</a>
    ${" "}<a href=${dataPath(address, language, ".csv")} download>CSV</a></p>`;
}
