/** Where it happened, and who held what on a day. */
import { html, useCallback, useEffect, useMemo, useState } from "../vendor/preact.js";
import { changed, one } from "../app/address.js";
import { useApp } from "../app/context.js";
import { Chips } from "../app/facets.js";
import { Heading, Loaded, OtherForms, Problem, usePage } from "../app/frame.js";
import { Failure } from "../app/data.js";
import { useKeys } from "../app/keys.js";
import { link } from "../app/link.js";
import { go, here } from "../app/router.js";
import { SearchBox } from "../app/searchbox.js";
import { between, stepped } from "../app/daystep.js";
import { loadBasemap } from "../parts/basemap.js";
import { day as told } from "../parts/format.js";
import { EventMap } from "../parts/map.js";

/** The page. */
export function Map() {
  const { t } = useApp();
  const page = usePage();
  return html`<div class="page-head"><${Heading} title=${t("nav.map")} /><${SearchBox} label=${t("search.events")} /></div>
    <${Loaded} page=${page}>${(data) => html`<${Chips} facets=${null} /><${Body} data=${data} /><${OtherForms} />`}</${Loaded}>`;
}

function Body({ data }) {
  const { t, address } = useApp();
  const [basemap, error, again] = useBasemap();
  const day = one(address, "day", null);
  const span = useMemo(() => ranged(data), [data]);
  const show = (next) => go(changed(address, { day: next }), { replace: true });
  const [view] = useState(() => viewOf(one(address, "at", "")));
  const stay = useCallback((next) => go(changed(here(), { at: next?.join(",") ?? null }), { replace: true }), []);
  const pick = useCallback(({ place, events }) => go(events.length === 1 ? link("event", events[0]) : `/events?place=${encodeURIComponent(place.id)}`), []);
  return html`<${DayStepper} day=${day} span=${span} show=${show} />
    ${error ? html`<${Problem} error=${error} again=${again} />` : null}
    ${basemap ? html`<${EventMap} points=${data.points} holds=${data.holds} day=${day} basemap=${basemap} t=${t} link=${link} onPick=${pick} selected=${one(address, "place", null)} view=${view} onView=${stay} />` : html`<p class="loading" role="status">${t("loading")}</p>`}`;
}

/** `latitude,longitude,zoom` of the address as numbers; null where it is none. */
export function viewOf(text) {
  const numbers = text.split(",").map(Number);
  const [lat, lon, zoom] = numbers;
  const right = text !== "" && numbers.length === 3 && Math.abs(lat) <= 85 && Math.abs(lon) <= 220 && zoom >= 1 && zoom <= 13;
  return right ? numbers : null;
}

let ground = null;

/** The ground, fetched once for all visits: `[basemap, error, again]`. */
function useBasemap() {
  const [state, setState] = useState({ basemap: null, error: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    ground ??= loadBasemap(new URL("../basemap", import.meta.url).pathname);
    ground.then((basemap) => setState({ basemap, error: null }), (error) => {
      ground = null;
      setState({ basemap: null, error: new Failure(0, error.message) });
    });
  }, [round]);
  return [state.basemap, state.error, () => setRound(round + 1)];
}

/** The days that the stepper goes over: those of events and of control. */
function ranged({ days, holds }) {
  const known = [...(days ?? []), ...holds.flatMap(({ from, until }) => [from, until])].filter(Boolean).sort();
  return known.length ? [known[0], known.at(-1)] : null;
}

/** Goes through the days one by one; none is the end of the story. */
function DayStepper({ day, span, show }) {
  const { t } = useApp();
  const step = (by) => span && show(stepped(day ?? span[by > 0 ? 0 : 1], day ? by : 0, span));
  useKeys([
    { key: "j", label: t("map_page.next"), run: () => step(1), off: !span },
    { key: "k", label: t("map_page.before"), run: () => step(-1), off: !span },
  ]);
  if (!span) return null;
  const [first, last] = span;
  return html`<div class="stepper" role="group" aria-label=${t("map_page.day")}>
    <button type="button" class="button" onClick=${() => step(-1)}><span aria-hidden="true">‹</span><span class="hidden">${t("map_page.before")}</span> <kbd>k</kbd></button>
    <label><span class="hidden">${t("map_page.day")}</span><input type="range" min="0" max=${between(first, last)} value=${between(first, day ?? last)} aria-valuetext=${day ? told(day, t) : t("map_page.end")}
      onInput=${(event) => show(stepped(first, Number(event.target.value), span))} /></label>
    <button type="button" class="button" onClick=${() => step(1)}><span aria-hidden="true">›</span><span class="hidden">${t("map_page.next")}</span> <kbd>j</kbd></button>
    <output aria-live="polite">${day ? told(day, t) : t("map_page.end")}</output>
    ${day ? html`<button type="button" class="button" onClick=${() => show(null)}>${t("map_page.to_end")}</button>` : null}
  </div>`;
}
