/** One source: its reports, whom it quotes, who quotes it, with whom it agrees. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { ClaimLine } from "../app/claimline.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { Items, Pager } from "../app/listing.js";
import { Name, Side } from "../parts/sources.js";
import { DocumentLine } from "./documents.js";

/** The page. */
export function Source({ id }) {
  const page = usePage();
  return html`<${Loaded} page=${page} title=${id}>${(data) => html`<${Body} key=${data.source.id} data=${data} />`}</${Loaded}>`;
}

function Body({ data }) {
  const { t } = useApp();
  const { source, reports, quotes, quoted_by: quotedBy, with: others, claims } = data;
  return html`<${Heading} title=${source.name} told />
    <p class="event-line"><code class="id"><bdi class="told">${source.id}</bdi></code> <${Side} side=${source.side} t=${t} /> <span>${t.or(`kinds.${source.kind ?? "unknown"}`, source.kind)}</span>
      <a href=${`/claims?source=${encodeURIComponent(source.id)}`}>${t("source_page.claims")}</a></p>
    <ul class="numbers">${["claims", "corroborated", "contradicted"].map((name) => html`<li key=${name}><span class="figure-like"><strong class="number">${source[name]}</strong> ${t(`sources.${name}`)}</span></li>`)}</ul>
    <div class="columns">
      <${Parties} title=${t("source_page.quotes")} parties=${quotes} draw=${(each) => t("event.claims", { n: each.claims })} />
      <${Parties} title=${t("sources.quoted_by")} parties=${quotedBy} draw=${(each) => (each.claims === undefined ? null : t("event.claims", { n: each.claims }))} />
      <${Parties} title=${t("source_page.with")} parties=${others} draw=${(each) => t("source_page.agree", { agree: each.agree, contradict: each.contradict })} />
    </div>
    ${reports?.length ? html`<section><h2>${t("source_page.reports")}</h2><ul class="items">${reports.map((each) => html`<li key=${each.id} class="item"><${DocumentLine} document=${each} /></li>`)}</ul></section>` : null}
    ${claims?.claims?.length ? html`<section><h2>${t("event.claims", { n: claims.total })}</h2><${Items} items=${claims.claims} link=${(claim) => link("claim", claim.id)} draw=${(claim) => html`<${ClaimLine} claim=${claim} />`} /><${Pager} page=${claims.page} pages=${claims.pages} /></section>` : null}
    <${OtherForms} />`;
}

function Parties({ title, parties, draw }) {
  const { t } = useApp();
  return html`<section><h2>${title}</h2>${parties?.length ? html`<ul class="plain">${parties.map((each) => html`<li key=${each.id} class="line"><${Name} id=${each.id} name=${each.name ?? each.id} t=${t} link=${link} /> <span class="quiet">${draw(each)}</span></li>`)}</ul>` : html`<p class="quiet">${t("sources.nobody")}</p>`}</section>`;
}
