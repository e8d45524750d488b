/** Narrowing a list: checkboxes with counts, what is chosen as chips that can be taken away. */
import { html, useMemo, useState } from "../vendor/preact.js";
import { language } from "../parts/format.js";
import { changed, toggled } from "./address.js";
import { useApp } from "./context.js";
import { go, here } from "./router.js";

const ORDER = ["grade", "type", "realis", "place", "actor", "source", "language", "reviewed"];
const SHORT = 6;
// Facets whose values are codes, with the words that say them.
const WORDS = { grade: "grades", type: "types", realis: "realis", reviewed: "reviewed" };

/** All facets of a page, each a group of checkboxes. */
export function Facets({ facets }) {
  const { t } = useApp();
  return html`<aside class="facets" aria-label=${t("facets.label")}>
    <details class="facets-fold" open=${innerWidth >= 900}>
      <summary>${t("facets.label")}</summary>
      ${ORDER.filter((name) => facets?.[name]?.length).map((name) => html`<${Group} key=${name} name=${name} facets=${facets[name]} />`)}
    </details>
  </aside>`;
}

function Group({ name, facets }) {
  const { t, address } = useApp();
  const [all, setAll] = useState(false);
  const chosen = address.params[name] ?? [];
  const shown = all ? facets : facets.filter((facet, rank) => rank < SHORT || chosen.includes(String(facet.id)));
  return html`<fieldset class="facet"><legend>${t(`facet.${name}`)}</legend>
    ${shown.map((facet) => html`<${Choice} key=${facet.id} name=${name} facet=${facet} checked=${chosen.includes(String(facet.id))} />`)}
    ${facets.length > SHORT ? html`<button type="button" class="link" aria-expanded=${all} onClick=${() => setAll(!all)}>
      ${t(all ? "facet.fewer" : "facet.more", { n: facets.length - SHORT })}</button>` : null}
  </fieldset>`;
}

function Choice({ name, facet, checked }) {
  const toggle = () => go(toggled(here(), name, String(facet.id)), { replace: true });
  return useMemo(() => html`<label class="choice"><input type="checkbox" checked=${checked} onChange=${toggle} />
    <span class="told" dir="auto"><${FacetName} name=${name} id=${facet.id} label=${facet.name} /></span>
    <span class="number">${facet.count}</span></label>`, [name, facet, checked]);
}

/** A facet value's name in the reader's language where it is a code, else as the server names it. */
export function FacetName({ name, id, label }) {
  const { t } = useApp();
  if (name === "language") return language(id, t);
  return html`<bdi>${WORDS[name] ? t.or(`${WORDS[name]}.${id}`, label ?? id) : (label ?? id)}</bdi>`;
}

/** What narrows the list now; each chip takes one away. */
export function Chips({ facets }) {
  const { t, address } = useApp();
  const chips = ORDER.flatMap((name) => (address.params[name] ?? []).map((id) => ({ name, id })));
  const { from, to, q } = address.params;
  if (!chips.length && !from && !to && !q) return null;
  const drop = (changes) => go(changed(address, changes));
  return html`<div class="chips" role="group" aria-label=${t("chips.label")}>
    ${q ? html`<${Chip} say=${t("chips.words")} drop=${() => drop({ q: null })}>${q[0]}</${Chip}>` : null}
    ${from || to ? html`<${Chip} say=${t("chips.days")} drop=${() => drop({ from: null, to: null })}>${from?.[0] ?? "…"} – ${to?.[0] ?? "…"}</${Chip}>` : null}
    ${chips.map(({ name, id }) => html`<${Chip} key=${name + id} say=${t(`facet.${name}`)} drop=${() => go(toggled(address, name, id))}>
      <${FacetName} name=${name} id=${id} label=${facets?.[name]?.find((each) => String(each.id) === id)?.name} /></${Chip}>`)}
    <button type="button" class="link" onClick=${() => go({ path: address.path, params: kept(address.params) })}>${t("chips.clear")}</button>
  </div>`;
}

function kept({ lang, sort, size }) {
  return Object.fromEntries(Object.entries({ lang, sort, size }).filter(([, values]) => values));
}

function Chip({ say, drop, children }) {
  const { t } = useApp();
  return html`<button type="button" class="chip" onClick=${drop} title=${t("chips.drop")}><span class="chip-say">${say}</span> <bdi class="told">${children}</bdi> <span aria-hidden="true">✕</span></button>`;
}
