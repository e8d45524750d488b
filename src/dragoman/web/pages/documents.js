/** All reports that were read. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Chips, Facets } from "../app/facets.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { Items, Pager, Total } from "../app/listing.js";
import { SearchBox } from "../app/searchbox.js";
import { days, language } from "../parts/format.js";
import { Words } from "../parts/told.js";

/** The page. */
export function Documents() {
  const { t } = useApp();
  const page = usePage();
  return html`<div class="page-head"><${Heading} title=${t("nav.documents")} /><${SearchBox} label=${t("search.documents")} /></div>
    <${Loaded} page=${page}>${(data) => html`
    <${Chips} facets=${data.facets} />
    <div class="with-facets"><${Facets} facets=${data.facets} />
      <div class="results"><${Total} total=${data.total} what="documents" />
        <${Items} items=${data.documents} link=${(each) => link("document", each.id)} draw=${(each) => html`<${DocumentLine} document=${each} />`} />
        ${data.total ? null : html`<p class="nothing">${t("nothing")}</p>`}
        <${Pager} page=${data.page} pages=${data.pages} /><${OtherForms} /></div></div>`}</${Loaded}>`;
}

/** A report as an entry of a list. */
export function DocumentLine({ document }) {
  const { t } = useApp();
  const { published } = document;
  return html`<article><a class="event-card-link" href=${link("document", document.id)}><${Words} text=${document.title ?? t("claim.untitled")} lang=${document.title ? document.language : null} /></a>
    <p class="event-line"><span>${document.outlet ? html`<${Words} text=${document.outlet} />` : t("claim.unnamed_outlet")}</span>
      <span>${published?.start || published?.end ? days(published, t) : t("days.unknown")}</span>
      <span>${language(document.language, t)}</span>
      ${document.claims === undefined ? null : html`<span>${t("event.claims", { n: document.claims })}</span>`}</p></article>`;
}
