/** An event as a line of a list. */
import { html, useMemo } from "../vendor/preact.js";
import { days, language } from "../parts/format.js";
import { Grade } from "../parts/grade.js";
import { Tellers } from "../parts/event.js";
import { Words } from "../parts/told.js";
import { useApp } from "./context.js";
import { link } from "./link.js";

/** The sentence as a link, with grade, day, place, who tells it, in which languages, and whether a person looked at it. */
export function EventCard({ event }) {
  const { t } = useApp();
  return useMemo(() => drawn(event, t), [event, t]); // the address changes often, a card never
}

function drawn(event, t) {
  const { when, places, languages, review } = event;
  return html`<article class="event-card">
    <a class="event-card-link" href=${link("event", event.id)}><${Words} text=${event.sentence} lang=${t.locale} /></a>
    <p class="event-line"><${Grade} grade=${event.grade} t=${t} />
      <span>${when.start || when.end ? days(when, t) : t("days.unknown")}</span>
      ${places.length ? html`<span><${Words} text=${places[0].name} />${places.length > 1 ? ` +${places.length - 1}` : ""}</span>` : null}
      <${Tellers} event=${event} t=${t} />
      <span>${languages.map((code) => language(code, t)).join(", ")}</span>
      ${review?.decisions ? html`<span class="reviewed"><span aria-hidden="true">✓</span> ${t("reviewed.yes")}</span>` : null}</p>
  </article>`;
}
