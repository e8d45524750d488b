/** The charts of the report, each over what the reader's choice leaves: timeline, map with control by day, numbers. */
import { html, useMemo, useState } from "../vendor/preact.js";
import { changes } from "../parts/control.js";
import { Days as DaySlider } from "../parts/days.js";
import { EventMap } from "../parts/map.js";
import { Timeline } from "../parts/timeline.js";
import { Tolls } from "../parts/tolls.js";
import { lasts } from "./choice.js";

/** The timeline of all events; its brush is the choice's days. */
export function Days({ story, choice, onChoose, t }) {
  const range = choice.from || choice.to ? [choice.from ?? story.bins[0].day, choice.to ?? story.bins.at(-1).day] : null;
  return html`<${Timeline} bins=${story.bins} range=${range} onRange=${(days) => onChoose({ ...choice, from: days?.[0] ?? null, to: days?.[1] ?? null })} t=${t} />`;
}

/** The map of the chosen events, and who is said to hold what on a day that the reader steps through. */
export function Places({ story, events, choice, basemap, t, link }) {
  const points = useMemo(() => pointsOf(story, events), [story, events]);
  const span = useMemo(() => spanOf(story.holds), [story]);
  const [picked, pick] = useState(null);
  const day = span && inside(picked ?? choice.to ?? span.to, span);
  return html`<${EventMap} points=${points} holds=${story.holds} day=${day} basemap=${basemap} events=${story.eventById} t=${t} link=${link} />
    ${span && html`<div class="no-print"><${DaySlider} from=${span.from} to=${span.to} value=${day} marks=${changes(story.holds)} onChange=${pick} t=${t} /></div>`}
    ${unplaced(events, points) > 0 && html`<p class="quiet">${t("report.unplaced", { n: unplaced(events, points) })}</p>`}`;
}

/** What each source says of the numbers of the chosen days. */
export function Numbers({ story, events, choice, t, link }) {
  const ids = new Set(events.map((event) => event.id));
  const tolls = story.tolls.filter((toll) => (story.eventById.has(toll.scope) ? ids.has(toll.scope) : lasts(toll.from, toll.until, choice)));
  if (tolls.length === 0) return html`<p class="quiet">${t("report.none")}</p>`;
  return html`<${Tolls} tolls=${tolls} t=${t} link=${link} />`;
}

/** The points with the chosen events alone; those without any are gone. */
export function pointsOf(story, events) {
  const ids = new Set(events.map((event) => event.id));
  return story.points.map((point) => ({ ...point, events: point.events.filter((id) => ids.has(id)) })).filter((point) => point.events.length > 0);
}

function unplaced(events, points) {
  const placed = new Set(points.flatMap((point) => point.events));
  return events.filter((event) => !placed.has(event.id)).length;
}

/** The days between which control changes hands; null where nobody is said to hold anything. */
function spanOf(holds) {
  const days = changes(holds);
  return days.length > 0 ? { from: days[0], to: days.at(-1) } : null;
}

function inside(day, { from, to }) {
  return day < from ? from : day > to ? to : day;
}
