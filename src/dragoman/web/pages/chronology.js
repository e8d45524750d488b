/** What happened, day by day, in sentences. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { EventCard } from "../app/eventcard.js";
import { Chips } from "../app/facets.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { Pager, Total } from "../app/listing.js";
import { SearchBox } from "../app/searchbox.js";

/** The page. */
export function Chronology() {
  const { t } = useApp();
  const page = usePage();
  return html`<div class="page-head"><${Heading} title=${t("nav.chronology")} /><${SearchBox} label=${t("search.events")} /></div>
    <${Loaded} page=${page}>${(data) => html`<${Chips} facets=${data.facets} />
    <${Total} total=${data.total} what="events" />
    <${Lines} lines=${data.summary} />
    ${data.days.map((day, rank) => html`<section key=${rank} class="day"><h2>${day.heading}</h2><ol class="items">${day.events.map((event) => html`<li key=${event.id} class="item"><${EventCard} event=${event} /></li>`)}</ol></section>`)}
    <${Pager} page=${data.page} pages=${data.pages} />
    ${data.sources?.length ? html`<section><h2>${t("nav.sources")}</h2><${Lines} lines=${data.sources} /></section>` : null}
    <${OtherForms} />`}</${Loaded}>`;
}

function Lines({ lines }) {
  const list = [lines ?? []].flat();
  return list.length ? html`<ul class="lines">${list.map((line, rank) => html`<li key=${rank}><bdi class="told">${line}</bdi></li>`)}</ul>` : null;
}
