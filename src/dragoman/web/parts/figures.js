/** The headline figures: each a range over its sources. They are never added up: they overlap and are no sum. */
import { html } from "../vendor/preact.js";
import { counted, days, range } from "./format.js";
import { Words } from "./told.js";

/** A grid of figures `{what, who, cumulative, low, best, high, numbers, sources, from, until, scope, claims}`. */
export function Figures({ figures, t, link }) {
  if (figures.length === 0) return html`<p class="quiet">${t("figures.nothing")}</p>`;
  return html`<ul class="figures">${figures.map((figure, place) => html`<li class="figure" key=${place}><${Figure} figure=${figure} t=${t} link=${link} /></li>`)}</ul>`;
}

function Figure({ figure, t, link }) {
  const period = figure.cumulative && (figure.from || figure.until);
  return html`<p class="figure-range">${range(figure.low, figure.high, t)}</p>
    <p class="figure-what">${counted(figure, t)}</p>
    <p class="figure-scope">
      ${figure.scope && html`<span>${scoped(figure.scope, t, link)}</span>`}
      ${period && html`<span>${t("figures.period", { period: days({ start: figure.from, end: figure.until }, t) })}</span>`}
      <span>${t("figures.sources", { n: figure.sources })}</span>
    </p>`;
}

/** "in Aleppo": the place's name kept apart from the page's direction. */
function scoped(scope, t, link) {
  const [before, after] = t("figures.scope").split("{place}");
  const name = html`<${Words} text=${scope.name} />`;
  const target = link?.("place", scope.id);
  return html`${before}${target ? html`<a href=${target}>${name}</a>` : name}${after}`;
}
