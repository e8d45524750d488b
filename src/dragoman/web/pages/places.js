/** All places that claims name. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { Items, Pager, Total } from "../app/listing.js";
import { SearchBox } from "../app/searchbox.js";
import { Words } from "../parts/told.js";

/** The page. */
export function Places() {
  const { t } = useApp();
  const page = usePage();
  return html`<div class="page-head"><${Heading} title=${t("nav.places")} /><${SearchBox} label=${t("search.places")} /></div>
    <${Loaded} page=${page}>${(data) => html`<${Total} total=${data.total} what="places" />
    <${Items} items=${data.places} link=${(each) => link("place", each.id)} draw=${(each) => html`<${PlaceLine} place=${each} />`} />
    ${data.total ? null : html`<p class="nothing">${t("nothing")}</p>`}
    <${Pager} page=${data.page} pages=${data.pages} /><${OtherForms} />`}</${Loaded}>`;
}

/** A place as an entry of a list; `inside` where the list says already in what it lies. */
export function PlaceLine({ place, inside = false }) {
  const { t } = useApp();
  const within = place.within?.name ?? place.within;
  return html`<p class="event-line"><a class="event-card-link" href=${link("place", place.id)}><${Words} text=${place.name} /></a>
    ${within && !inside ? html`<span>${t("place_page.in")} <${Words} text=${within} /></span>` : null}
    ${place.precision ? html`<span>${t.or(`place_precisions.${place.precision}`, place.precision)}</span>` : null}
    ${place.events === undefined ? null : html`<span>${t("counts.events", { n: place.events })}</span>`}
    ${place.claims === undefined ? null : html`<span>${t("event.claims", { n: place.claims })}</span>`}</p>`;
}
