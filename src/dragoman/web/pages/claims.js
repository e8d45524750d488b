/** All claims: every sentence in which somebody says that something happened. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Chips, Facets } from "../app/facets.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { Items, Pager, Sort, Total } from "../app/listing.js";
import { SearchBox } from "../app/searchbox.js";
import { ClaimLine } from "../app/claimline.js";

/** The page. */
export function Claims() {
  const { t } = useApp();
  const page = usePage();
  return html`<div class="page-head"><${Heading} title=${t("nav.claims")} /><${SearchBox} label=${t("search.claims")} /></div>
    <${Loaded} page=${page}>${(data) => html`
    <${Chips} facets=${data.facets} />
    <div class="with-facets"><${Facets} facets=${data.facets} />
      <div class="results">
        <div class="results-head"><${Total} total=${data.total} what="claims" /><${Sort} orders=${["day", "confidence"]} /></div>
        <${Items} items=${data.claims} link=${(claim) => link("claim", claim.id)} draw=${(claim) => html`<${ClaimLine} claim=${claim} />`} />
        ${data.total ? null : html`<p class="nothing">${t("nothing")}</p>`}
        <${Pager} page=${data.page} pages=${data.pages} />
        <${OtherForms} />
      </div></div>`}</${Loaded}>`;
}
