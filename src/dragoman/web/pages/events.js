/** All events: searched, narrowed, by day. */
import { html } from "../vendor/preact.js";
import { changed, one } from "../app/address.js";
import { useApp } from "../app/context.js";
import { EventCard } from "../app/eventcard.js";
import { Chips, Facets } from "../app/facets.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { Items, Pager, Sort, Total } from "../app/listing.js";
import { go } from "../app/router.js";
import { SearchBox } from "../app/searchbox.js";
import { Timeline } from "../parts/timeline.js";

/** The page. */
export function Events() {
  const { t } = useApp();
  const page = usePage();
  return html`<${Heading} title=${t("nav.events")} /><${SearchBox} label=${t("search.events")} />
    <${Loaded} page=${page}>${(data) => html`
    <${Days} bins=${data.bins} />
    <${Chips} facets=${data.facets} />
    <div class="with-facets"><${Facets} facets=${data.facets} />
      <div class="results">
        <div class="results-head"><${Total} total=${data.total} what="events" /><${Sort} orders=${["day", "claims", "grade"]} /></div>
        <${Items} items=${data.events} link=${(event) => link("event", event.id)} draw=${(event) => html`<${EventCard} event=${event} />`} />
        ${data.total ? null : html`<p class="nothing">${t("nothing")}</p>`}
        <${Pager} page=${data.page} pages=${data.pages} />
        <${OtherForms} />
      </div></div>`}</${Loaded}>`;
}

/** The timeline, whose brush is the address's first and last day. */
export function Days({ bins }) {
  const { t, address } = useApp();
  const choose = (from, to) => go(changed(address, { from, to }), { replace: true });
  return html`<${Timeline} bins=${bins ?? []} from=${one(address, "from", null)} to=${one(address, "to", null)} t=${t} onChange=${choose} />`;
}
