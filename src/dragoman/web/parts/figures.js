/** The headline figures: each a range over its sources. They are never added up: they overlap and are no sum. */
import { html } from "../vendor/preact.js";
import { counted, days, range } from "./format.js";
import { Name } from "./sources.js";
import { Words } from "./told.js";

/** So many sources are named, and so many claims are linked to; the rest is a number. */
const NAMED = 3;
const PROOFS = 5;

/** A grid of figures `{what, who, cumulative, low, best, high, numbers, sources, from, until, scope, claims}`. */
export function Figures({ figures, t, link }) {
  if (figures.length === 0) return html`<p class="quiet">${t("figures.nothing")}</p>`;
  return html`<ul class="figures">${figures.map((figure, place) => html`<li class="figure" key=${place}><${Figure} figure=${figure} t=${t} link=${link} /></li>`)}</ul>`;
}

function Figure({ figure, t, link }) {
  const period = figure.cumulative && (figure.from || figure.until);
  const told = range(figure.low, figure.high, t);
  const proof = link?.(...proofOf(figure));
  return html`<p class="figure-range">${proof ? html`<a href=${proof}>${told}</a>` : told}</p>
    <p class="figure-what">${counted(figure, t)}</p>
    <p class="figure-scope">
      <span>${t("figures.by", { n: figure.by.length })} <${Tellers} figure=${figure} t=${t} link=${link} /></span>
      ${figure.scope && html`<span>${scoped(figure, t, link)}</span>`}
      ${period && html`<span>${t("figures.period", { period: days({ start: figure.from, end: figure.until }, t) })}</span>`}
    </p>`;
}

/** Who says so, and the claims in which. */
function Tellers({ figure: { by, claims }, t, link }) {
  return html`${by.slice(0, NAMED).map((one, place) => html`${place ? ", " : ""}<${Name} ...${one} t=${t} link=${link} />`)}${more(by, NAMED)}
    ${claims.slice(0, PROOFS).map((id, place) => html`${" "}<a class="number" href=${link?.("claim", id)} title=${id} aria-label=${`[${place + 1}] ${t("claim.claim")} ${id}`}>${`[${place + 1}]`}</a>`)}${more(claims, PROOFS)}`;
}

function more(all, shown) {
  return all.length > shown ? ` +${all.length - shown}` : "";
}

/** What a figure rests on: its event, or the first claim that gives the number of a place. */
function proofOf({ event, claims }) {
  return event ? ["event", event] : ["claim", claims[0]];
}

/** "in Aleppo": the place's name kept apart from the page's direction; the places of an event lead to the event. */
function scoped({ scope, event }, t, link) {
  const [before, after] = t("figures.scope").split("{place}");
  const name = html`<${Words} text=${scope.name} />`;
  const target = event ? null : link?.("place", scope.id);
  return html`${before}${target ? html`<a href=${target}>${name}</a>` : name}${after}`;
}
