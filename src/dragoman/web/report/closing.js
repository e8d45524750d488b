/** How the report ends: how it was made, what it cannot tell, and what was left out. */
import { html } from "../vendor/preact.js";
import { SlotLegend, Words } from "../parts/told.js";
import { Section } from "./contents.js";

const METHODS = ["reading", "claims", "dates", "places", "linking", "grades", "people"];
const LIMITS = ["truth", "selection", "errors", "numbers", "places", "identity"];
const FACTS = ["version", "theatres", "model", "packs"];

/** The last three sections. */
export function Closing({ story, t }) {
  return html`<${Section} name="method" t=${t}>
      <ul class="prose-list">${METHODS.map((key) => html`<li key=${key}>${t(`report.methods.${key}`)}</li>`)}</ul>
      <h3>${t("report.slots_title")}</h3><${SlotLegend} t=${t} />
      <${Facts} about=${story.about} t=${t} />
    <//>
    <${Section} name="limits" t=${t}><ul class="prose-list">${LIMITS.map((key) => html`<li key=${key}>${t(`report.limit_list.${key}`)}</li>`)}</ul><//>
    <${Section} name="left_out" note=${t("report.left_out_note")} t=${t}><${LeftOut} story=${story} t=${t} /><//>`;
}

function Facts({ about, t }) {
  const known = FACTS.filter((key) => about[key]?.length);
  return html`<dl class="facts about">${known.map((key) => html`<div class="fact" key=${key}><dt>${t(`report.facts.${key}`)}</dt><dd><code>${[about[key]].flat().join(", ")}</code></dd></div>`)}</dl>`;
}

function LeftOut({ story, t }) {
  const columns = ["uri", "reason", "detail"];
  return html`${story.left_out.length === 0 ? html`<p class="quiet">${t("report.nothing_left_out")}</p>` : html`<table class="left-out">
    <thead><tr>${columns.map((key) => html`<th key=${key} scope="col">${t(`report.left_out.${key}`)}</th>`)}</tr></thead>
    <tbody>${story.left_out.map((one, place) => html`<tr key=${place}>${columns.map((key) => html`<td key=${key}><${Words} text=${one[key]} /></td>`)}</tr>`)}</tbody>
  </table>`}
  ${story.notes.length > 0 && html`<h3>${t("report.notes")}</h3><ul class="prose-list">${story.notes.map((note, place) => html`<li key=${place}><${Words} text=${note} /></li>`)}</ul>`}`;
}
