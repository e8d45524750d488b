/** The chronology with what a reader does to it: turn pages, open and close, follow anchors, print. */
import { html, useEffect, useLayoutEffect, useRef, useState } from "../vendor/preact.js";
import { Chronology } from "./chronology.js";
import { PRINTED, Pager, paged, pageOf } from "./pages.js";

/** The events of the choice, a page at a time; on paper all of them open, or those of the page where they are too many. */
export function Telling({ story, events, t, link, printing }) {
  const [page, turn] = useState(1);
  const [opened, open] = useState(() => new Set());
  const [whole, printWhole] = useState(false);
  const goal = useTarget(story, events, turn, open);
  const here = paged(events, page);
  const printed = whole || events.length <= PRINTED ? events : here.shown;
  const shown = printing ? printed : here.shown;
  useLayoutEffect(() => goal.arrive(), [page, opened]);
  usePrint(whole, printWhole);
  if (events.length === 0) return html`<p class="quiet">${t("report.none")}</p>`;
  const all = new Set(shown.map((event) => event.id));
  return html`<p class="tools no-print">
      <button type="button" onClick=${() => open(opened.size ? new Set() : all)}>${t(opened.size ? "report.close_all" : "report.open_all")}</button>
      ${" "}<button type="button" onClick=${() => window.print()}>${t("report.print")}</button>
      ${events.length > PRINTED && html`${" "}<button type="button" onClick=${() => printWhole(true)}>${t("report.print_all", { n: events.length })}</button>`}
    </p>
    ${printing && shown.length < events.length && html`<p class="report-note">${t("report.printed_part", { shown: shown.length, total: events.length })}</p>`}
    <${Pager} page=${here.page} pages=${here.pages} onPage=${turn} t=${t} />
    <${Chronology} events=${shown} story=${story} opened=${printing ? all : opened} onOpen=${(id, is) => !printing && open((known) => toggled(known, id, is))} t=${t} link=${link} />
    <${Pager} page=${here.page} pages=${here.pages} onPage=${turn} t=${t} />`;
}

/** The same set where nothing changes, so that nothing is drawn anew. */
function toggled(known, id, is) {
  if (known.has(id) === is) return known;
  const next = new Set(known);
  if (is) next.add(id);
  else next.delete(id);
  return next;
}

/** Follows the address to an event or a claim: turns to its page, opens it, and scrolls there once it is drawn. */
function useTarget(story, events, turn, open) {
  const goal = useRef(null);
  const followed = useRef(null);
  const arrive = () => {
    const there = goal.current && document.getElementById(goal.current);
    if (!there) return;
    goal.current = null;
    there.scrollIntoView();
  };
  useEffect(() => {
    const follow = () => {
      const id = decodeURIComponent(location.hash.slice(1));
      if (id === followed.current) return;
      const event = story.eventById.has(id) ? id : story.eventOf.get(id);
      const at = event ? pageOf(events, event) : 0;
      if (!at) return;
      followed.current = id;
      goal.current = id;
      turn(at);
      open((known) => new Set(known).add(event));
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [story, events]);
  return { arrive };
}

/** Prints once everything is asked for, and goes back to a page afterwards. */
function usePrint(whole, printWhole) {
  useEffect(() => {
    if (!whole) return undefined;
    const done = () => printWhole(false);
    window.addEventListener("afterprint", done);
    window.print();
    return () => window.removeEventListener("afterprint", done);
  }, [whole]);
}
