/** What voices differ on, event by event and field by field. */
import { html, useState } from "../vendor/preact.js";
import { Disagreements } from "../parts/disagreements.js";
import { Grade } from "../parts/grade.js";
import { Words } from "../parts/told.js";
import { PRINTED } from "./pages.js";
import { claimsOf } from "./story.js";

const STEP = 20;

/** The events of the choice that have disagreements; a few first, more on demand, on paper all but the endless. */
export function Differences({ story, events, t, link, printing }) {
  const [most, show] = useState(STEP);
  const disputed = events.filter((event) => event.disagreements.length > 0);
  if (disputed.length === 0) return html`<p class="quiet">${t("report.no_disagreements")}</p>`;
  const shown = disputed.slice(0, printing ? Math.max(most, PRINTED) : most);
  return html`${shown.map((event) => html`<section class="difference" key=${event.id}>
      <h3><${Grade} grade=${event.grade} t=${t} /> <a href=${link("event", event.id)}><${Words} text=${event.sentence} lang=${t.locale} /></a></h3>
      <${Disagreements} event=${event} claims=${claimsOf(event, story)} t=${t} link=${link} />
    </section>`)}
    ${disputed.length > shown.length && html`<p class="no-print"><button type="button" onClick=${() => show(most + 5 * STEP)}>${t("report.show_more", { n: Math.min(5 * STEP, disputed.length - shown.length) })}</button></p>`}`;
}
