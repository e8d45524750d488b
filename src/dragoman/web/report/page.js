/** The whole report: what stands in it, in which order, and what of it the reader's choice leaves. */
import { html, useEffect, useMemo, useState } from "../vendor/preact.js";
import { Figures } from "../parts/figures.js";
import { QuoteMatrix, QuotePairs, Sources } from "../parts/sources.js";
import { Days, Numbers, Places } from "./charts.js";
import { EVERYTHING, chosen, lasts } from "./choice.js";
import { Closing } from "./closing.js";
import { Contents, Section } from "./contents.js";
import { Control } from "./control.js";
import { Differences } from "./differences.js";
import { Filters } from "./filters.js";
import { Opening } from "./opening.js";
import { linker, quotations } from "./story.js";
import { Telling } from "./telling.js";

/** All sections; `printing` draws them as they go on paper. */
export function Page({ story, basemap, t, printing }) {
  const [choice, choose] = useState(EVERYTHING);
  const link = useMemo(() => linker(story), [story]);
  const events = useMemo(() => chosen(story, choice), [story, choice]);
  const shared = { story, choice, events, t, link, printing };
  const opening = useMemo(() => html`<${Beginning} story=${story} t=${t} link=${link} />`, [story, t]);
  const ending = useMemo(() => html`<${Ending} story=${story} t=${t} link=${link} />`, [story, t]);
  useReset(story, events, choose);
  return html`<a class="skip" href="#figures">${t("report.skip")}</a>
    <div class="report">
      <${Contents} t=${t} />
      <main class="report-main">
        ${opening}
        <${Section} name="timeline" note=${t("report.timeline_note")} use=${t("report.timeline_use")} t=${t}>
          <${Days} story=${story} choice=${choice} onChoose=${choose} t=${t} printing=${printing} />
          ${story.overview.undated > 0 && html`<p class="quiet">${t("report.undated", { n: story.overview.undated })}</p>`}
          <${Filters} choice=${choice} shown=${events.length} total=${story.events.length} onChoose=${choose} t=${t} />
          <p class="quiet no-print">${t("report.filter_note")}</p>
        <//>
        <${Middle} ...${shared} basemap=${basemap} onChoose=${choose} />
        ${ending}
      </main>
    </div>`;
}

/** What comes before any choice; like the ending it is drawn once. */
function Beginning({ story, t, link }) {
  return html`<${Opening} story=${story} t=${t} />
    <${Section} name="figures" note=${t("report.figures_note")} t=${t}><${Figures} figures=${story.overview.figures} t=${t} link=${link} /><//>`;
}

/** Everything that the choice narrows down. */
function Middle({ story, choice, events, basemap, onChoose, t, link, printing }) {
  const holds = story.holds.filter((hold) => lasts(hold.from, hold.until, choice));
  return html`<${Section} name="map" note=${t("report.map_note")} t=${t}><${Places} story=${story} events=${events} choice=${choice} basemap=${basemap} t=${t} link=${link} printing=${printing} /><//>
    <${Section} name="chronology" note=${t("report.chronology_note")} use=${t("report.chronology_use")} t=${t}><${Telling} story=${story} events=${events} choice=${choice} onChoose=${onChoose} t=${t} link=${link} printing=${printing} /><//>
    <${Section} name="disagreements" note=${t("report.disagreements_note")} t=${t}><${Differences} story=${story} events=${events} t=${t} link=${link} printing=${printing} /><//>
    <${Section} name="tolls" note=${t("report.tolls_note")} t=${t}><${Numbers} story=${story} events=${events} choice=${choice} t=${t} link=${link} printing=${printing} /><//>
    <${Section} name="control" note=${t("report.control_note")} t=${t}>${holds.length ? html`<${Control} holds=${holds} t=${t} link=${link} />` : html`<p class="quiet">${t("report.none")}</p>`}<//>`;
}

/** What belongs to the whole ledger. */
function Ending({ story, t, link }) {
  const quotes = useMemo(() => quotations(story), [story]);
  return html`<${Section} name="sources" note=${t("report.sources_note")} t=${t}><${Sources} sources=${story.sources} names=${story.names} anchors=${story.anchors} t=${t} /><//>
    <${Section} name="quotes" t=${t}>${quotes.length === 0 ? html`<p class="quiet">${t("report.no_quotes")}</p>` : html`<${QuoteMatrix} quotes=${quotes} t=${t} />
      <details class="more"><summary>${t("report.all_pairs")}</summary><${QuotePairs} quotes=${quotes} t=${t} /></details>`}<//>
    <${Closing} story=${story} t=${t} link=${link} />`;
}

/** An address that leads to an event outside the choice opens everything again, so that every anchor leads somewhere. */
function useReset(story, events, choose) {
  useEffect(() => {
    const follow = () => {
      const id = targeted(story);
      if (id && !events.some((event) => event.id === id)) choose(EVERYTHING);
    };
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [story, events]);
}

/** The event that the address leads to, by its own id or by one of its claims; null where it leads elsewhere. */
export function targeted(story) {
  const id = decodeURIComponent(location.hash.slice(1));
  return story.eventById.has(id) ? id : (story.eventOf.get(id) ?? null);
}
