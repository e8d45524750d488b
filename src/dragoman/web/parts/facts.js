/** What a claim or an event says slot by slot, as contract values with how exact they are and what they rest on. */
import { html } from "../vendor/preact.js";
import { counted, moment, range } from "./format.js";
import { Words } from "./told.js";

/** Names of actors or targets with links to their pages, where there are any. */
export function Parties({ parties, link }) {
  return listed(parties, (party) => linked(link, party.id ? link?.("actor", party.id) : null, html`<${Words} text=${party.name} />`));
}

/** Places, each with how exactly it is known. */
export function Places({ places, t, link }) {
  return listed(places, (place) => html`${linked(link, place.id ? link?.("place", place.id) : null, html`<${Words} text=${place.name} />`)}${" "}<span class="precision">(${t(`place_precisions.${place.precision}`)})</span>`);
}

/** A time in words, with its precision and its basis. */
export function When({ when, t }) {
  const exact = when.basis === "unknown" ? t("day_bases.unknown") : `${t(`day_precisions.${when.precision}`)}; ${t(`day_bases.${when.basis}`)}`;
  return html`<span>${when.basis === "unknown" ? "" : html`${moment(when, t)}${" "}`}<span class="precision">(${exact})</span></span>`;
}

/** Numbers of a claim, each with what is counted and the words that it comes from. */
export function Counts({ counts, t, lang }) {
  return listed(counts, (count) => html`${counted(count, t)}: <strong class="number">${range(count.low, count.high, t)}</strong>
    ${count.cumulative && html`${" "}<span class="precision">(${t("numbers.total")})</span>`}
    ${count.text && html`${" "}<span class="precision">${fromWords(count.text, t, lang)}</span>`}`);
}

/** One line of a definition list; nothing where there is nothing to say. */
export function Fact({ name, children }) {
  return html`<div class="fact"><dt>${name}</dt><dd>${children}</dd></div>`;
}

/** "from “…”" with the report's words kept apart from the page's direction. */
function fromWords(text, t, lang) {
  const [before, after] = t("claim.from_words").split("{text}");
  return html`${before}<${Words} text=${text} lang=${lang} />${after}`;
}

function linked(link, target, child) {
  return target ? html`<a href=${target}>${child}</a>` : child;
}

function listed(items, draw) {
  if (items.length === 1) return draw(items[0]);
  return html`<ul class="inline-list">${items.map((item, place) => html`<li key=${place}>${draw(item)}</li>`)}</ul>`;
}
