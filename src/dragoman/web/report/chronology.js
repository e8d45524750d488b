/** The chronology: by day a sentence an event, with its grade; opened, the event's claims side by side. */
import { html } from "../vendor/preact.js";
import { Disagreements } from "../parts/disagreements.js";
import { EventClaims, EventFacts, Tellers } from "../parts/event.js";
import { Grade } from "../parts/grade.js";
import { Words } from "../parts/told.js";
import { claimsOf } from "./story.js";

/** The events of a page under the headings of their days; `opened` are the ids of those that are open. */
export function Chronology({ events, story, opened, onOpen, t, link }) {
  return html`${byDay(events, story).map(({ day, events: told }) => html`<section class="day" key=${day.heading}>
    <h3 class="day-heading">${day.heading}</h3>
    ${told.map((event) => html`<${Entry} key=${event.id} event=${event} story=${story} open=${opened.has(event.id)} onOpen=${onOpen} t=${t} link=${link} />`)}
  </section>`)}`;
}

/** Neighbouring events of one day together; the order stays. */
export function byDay(events, story) {
  const dayOf = new Map(story.days.flatMap((day) => day.events.map((id) => [id, day])));
  const groups = [];
  for (const event of events) {
    const day = dayOf.get(event.id);
    if (groups.at(-1)?.day !== day) groups.push({ day, events: [] });
    groups.at(-1).events.push(event);
  }
  return groups;
}

/** An event is drawn in full only when it is open: thousands of them stay quick. */
function Entry({ event, story, open, onOpen, t, link }) {
  const toggled = (happening) => onOpen(event.id, happening.currentTarget.open);
  return html`<details class="event" id=${event.id} open=${open} onToggle=${toggled}>
    <summary class="event-summary">
      <${Grade} grade=${event.grade} t=${t} />
      <span class="event-told"><${Words} text=${event.sentence} lang=${t.locale} />
        ${event.remarks.map((remark, place) => html`<span class="event-remark" key=${place}><${Words} text=${remark} lang=${t.locale} /></span>`)}</span>
      <span class="event-count">${t("event.claims", { n: event.claims.length })}</span>
    </summary>
    ${open && html`<${Body} event=${event} claims=${claimsOf(event, story)} t=${t} link=${link} />`}
  </details>`;
}

/** What the event holds besides its sentence; where one claim tells it, the claim's card says it all. */
function Body({ event, claims, t, link }) {
  return html`<div class="event-body">
    <p class="event-line"><${Tellers} event=${event} t=${t} /> <a class="id" href=${`#${event.id}`}>${event.id}</a></p>
    ${claims.length > 1 && html`<${EventFacts} event=${event} t=${t} link=${link} />`}
    ${event.disagreements.length > 0 && html`<h4>${t("event.disagreements")}</h4><${Disagreements} event=${event} claims=${claims} t=${t} link=${link} />`}
    <${EventClaims} claims=${claims} t=${t} link=${link} level=${4} />
    ${event.remarks.length > 0 && html`<ol class="references" aria-label=${t("report.references")}>${event.sources.map((line) => html`<li key=${line}><${Words} text=${line} lang=${t.locale} /></li>`)}</ol>`}
  </div>`;
}
