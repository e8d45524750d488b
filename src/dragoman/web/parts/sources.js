/** The sources: who they are, how often others bore them out, and who quotes whom. */
import { html } from "../vendor/preact.js";
import { number } from "./format.js";
import { Words } from "./told.js";

const WIDEST = 14;

/**
 * A table of contract sources; `title` tells an outlet without a name by its report. `names` gives an outlet's or a
 * speaker's name by its id, for who quotes it; `anchors` the id of a source's row, where rows are linked to.
 */
export function Sources({ sources, names, anchors, t, link }) {
  const columns = ["name", "side", "kind", "claims", "corroborated", "contradicted", "quoted_by"];
  return html`<div class="scroll" role="group" aria-label=${t("sources.name")} tabindex="0"><table class="sources">
    <thead><tr>${columns.map((key) => html`<th key=${key} scope="col" class=${numeric(key)}>${t(`sources.${key}`)}</th>`)}</tr></thead>
    <tbody>${sources.map((source) => html`<tr key=${source.id} id=${anchors?.get(source.id)}>
      <th scope="row"><${Name} id=${source.id} name=${source.name} t=${t} link=${link} />${source.title && html`<cite class="source-title"><${Words} text=${source.title} /></cite>`}</th>
      <td><${Side} side=${source.side} t=${t} /></td>
      <td>${t(`kinds.${source.kind ?? "unknown"}`)}</td>
      ${["claims", "corroborated", "contradicted"].map((key) => html`<td key=${key} class="numeric">${number(source[key], t)}</td>`)}
      <td>${source.quoted_by.length === 0 ? html`<span class="quiet">${t("sources.nobody")}</span>` : html`<ul class="inline-list">${source.quoted_by.map((id) => html`<li key=${id}><${Name} id=${id} name=${names.get(id) ?? id} t=${t} /></li>`)}</ul>`}</td>
    </tr>`)}</tbody>
  </table></div>`;
}

/** A side as letter and word. */
export function Side({ side, t }) {
  const known = side ?? "unknown";
  return html`<span class=${`side side-${known}`}>${t.or(`sides.${known}`, known)}</span>`;
}

/**
 * Who quotes whom as a matrix: a row for everyone who is quoted, a column for everyone who quotes, the number of claims in
 * the cell. `quotes` are `{quoted, by, claims}`; a party is `{id, name}`.
 * Only the most frequent are in the matrix; `QuotePairs` lists all.
 */
export function QuoteMatrix({ quotes, t }) {
  const rows = busiest(quotes, "quoted");
  const columns = busiest(quotes, "by");
  const cells = new Map(quotes.map((quote) => [`${key(quote.quoted)}\u0000${key(quote.by)}`, quote.claims]));
  return html`<div class="scroll" role="group" aria-label=${t("sources.matrix")} tabindex="0"><table class="matrix">
    <caption>${t("sources.matrix")}</caption>
    <thead><tr><td></td>${columns.map((one) => html`<th key=${key(one)} scope="col"><${Name} ...${one} t=${t} /></th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr key=${key(row)}><th scope="row"><${Name} ...${row} t=${t} /></th>
      ${columns.map((column) => html`<${Cell} key=${key(column)} claims=${cells.get(`${key(row)}\u0000${key(column)}`)} t=${t} />`)}</tr>`)}</tbody>
  </table></div>`;
}

/** The parties of the most claims on one end of the quotations, most first. */
export function busiest(quotes, end, most = WIDEST) {
  const totals = new Map();
  for (const quote of quotes) {
    const known = totals.get(key(quote[end])) ?? { party: quote[end], claims: 0 };
    totals.set(key(quote[end]), { ...known, claims: known.claims + quote.claims });
  }
  const order = (a, b) => b.claims - a.claims || (key(a.party) < key(b.party) ? -1 : 1);
  return [...totals.values()].sort(order).slice(0, most).map(({ party }) => party);
}

/** Every pair of who is quoted and who quotes, most claims first. */
export function QuotePairs({ quotes, t }) {
  return html`<table class="pairs">
    <thead><tr><th scope="col">${t("sources.pair")}</th><th scope="col">${t("sources.pair_by")}</th><th scope="col" class="numeric">${t("sources.claims")}</th></tr></thead>
    <tbody>${quotes.map((quote, place) => html`<tr key=${place}><td><${Name} ...${quote.quoted} t=${t} /></td><td><${Name} ...${quote.by} t=${t} /></td><td class="numeric">${number(quote.claims, t)}</td></tr>`)}</tbody>
  </table>`;
}

/** A source's name; the ledger's stand-in for an outlet that no report names is told in the reader's words. */
export function Name({ id, name, t, link }) {
  const unnamed = /^unnamed outlet of (d_[0-9a-f]+)$/.exec(name ?? "");
  const words = unnamed ? html`<span>${t("claim.unnamed_outlet")} <code class="id">${unnamed[1]}</code></span>` : html`<${Words} text=${name ?? id} />`;
  const target = id && link ? link("source", id) : null;
  return target ? html`<a href=${target}>${words}</a>` : words;
}

function Cell({ claims, t }) {
  if (!claims) return html`<td class="matrix-none"><span aria-hidden="true">·</span></td>`;
  const strength = Math.min(4, 1 + Math.floor(Math.log2(claims)));
  return html`<td class=${`matrix-some matrix-${strength}`}>${number(claims, t)}</td>`;
}

function key(party) {
  return party.id ?? party.name;
}

function numeric(column) {
  return ["claims", "corroborated", "contradicted"].includes(column) ? "numeric" : "";
}
