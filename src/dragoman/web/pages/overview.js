/** The first page: what is in the ledger, in figures with their ranges, and what is told most. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { EventCard } from "../app/eventcard.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { days, language, number } from "../parts/format.js";
import { Figures } from "../parts/figures.js";
import { GRADES, Grade } from "../parts/grade.js";

/** Numbers, figures, grades, languages, the events most told. */
export function Overview() {
  const { t } = useApp();
  const page = usePage();
  return html`<${Loaded} page=${page} title=${t("nav.overview")}>${(data) => html`
    <${Heading} title=${data.first ? t("overview.title", { days: days({ start: data.first, end: data.last }, t) }) : t("nav.overview")} />
    <${Numbers} data=${data} />
    <section><h2>${t("overview.figures")}</h2><p class="quiet">${t("overview.figures_say")}</p><${Figures} figures=${data.figures} t=${t} link=${link} /></section>
    <div class="columns">
      <section><h2>${t("overview.grades")}</h2><ul class="plain">${GRADES.map((grade) => html`<li key=${grade} class="line"><a href=${`/events?grade=${grade}`}><${Grade} grade=${grade} t=${t} /></a> <span class="number">${number(data.grades[grade] ?? 0, t)}</span></li>`)}</ul></section>
      <section><h2>${t("overview.types")}</h2><${Counts} facets=${data.types.slice(0, 8)} name="type" say=${({ id }) => t.or(`types.${id}`, id)} /></section>
      <section><h2>${t("overview.languages")}</h2><${Counts} facets=${data.languages} name="language" say=${({ id }) => language(id, t)} page="documents" /></section>
    </div>
    <section><h2>${t("overview.latest")}</h2><ol class="items">${data.latest.map((event) => html`<li key=${event.id} class="item"><${EventCard} event=${event} /></li>`)}</ol></section>
    <${Notes} data=${data} />
    <${OtherForms} />`}</${Loaded}>`;
}

function Numbers({ data }) {
  const { t } = useApp();
  const figures = [["documents", "/documents"], ["claims", "/claims"], ["events", "/events"], ["voices", "/sources"],
    ["contested", "/events?grade=contested"]];
  return html`<ul class="numbers">${figures.map(([name, to]) => html`<li key=${name}><a href=${to}><strong class="number">${number(data[name] ?? 0, t)}</strong> <span>${t(`overview.of.${name}`, { n: data[name] ?? 0 })}</span></a></li>`)}</ul>`;
}

function Counts({ facets, name, say, page = "events" }) {
  const { t } = useApp();
  return html`<ul class="plain">${facets.map((facet) => html`<li key=${facet.id} class="line"><a href=${`/${page}?${name}=${encodeURIComponent(facet.id)}`}>${say(facet)}</a> <span class="number">${number(facet.count, t)}</span></li>`)}</ul>`;
}

function Notes({ data }) {
  const { t } = useApp();
  return html`<section><h2>${t("overview.gaps")}</h2><ul>
    <li>${t("overview.undated", { n: data.undated })}</li>
    <li><a href="/left-out">${t("overview.left_out", { n: data.left_out })}</a></li>
    ${data.complete === false ? html`<li><strong>${t("overview.incomplete")}</strong></li>` : null}
    ${(data.notes ?? []).map((note, rank) => html`<li key=${rank}><bdi class="told">${note}</bdi></li>`)}
  </ul></section>`;
}
