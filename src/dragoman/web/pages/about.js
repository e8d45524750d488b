/** How it was made, by which version with which knowledge, and what it cannot do. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { GradeLegend } from "../parts/grade.js";
import { SlotLegend } from "../parts/told.js";

const METHODS = ["reading", "claims", "dates", "places", "linking", "grades", "people"];
const LIMITS = ["truth", "selection", "errors", "numbers", "places", "identity"];

/** The page; method and limits are said in the words of the static report. */
export function About() {
  const { t } = useApp();
  const page = usePage();
  return html`<${Loaded} page=${page} title=${t("nav.about")}>${(data) => html`<${Heading} title=${t("nav.about")} />
    <section><h2>${t("about.method")}</h2><ol>${METHODS.map((key) => html`<li key=${key}>${t(`report.methods.${key}`)}</li>`)}</ol></section>
    <section><h2>${t("about.grades")}</h2><${GradeLegend} t=${t} /></section>
    <section><h2>${t("claim.legend")}</h2><${SlotLegend} t=${t} /></section>
    <section><h2>${t("about.limits")}</h2><ul>${LIMITS.map((key) => html`<li key=${key}>${t(`report.limit_list.${key}`)}</li>`)}</ul></section>
    <section><h2>${t("about.made")}</h2><dl class="facts">
      ${["version", "theatres", "model", "packs"].filter((key) => data[key] !== undefined && data[key] !== null).map((key) => html`<div key=${key} class="fact"><dt>${t(`about.${key}`)}</dt><dd><bdi class="told">${said(data[key])}</bdi></dd></div>`)}</dl></section>
    <p><a href="/left-out">${t("leftout.title")}</a></p>
    <${OtherForms} />`}</${Loaded}>`;
}

function said(value) {
  if (Array.isArray(value)) return value.map(said).join(", ");
  return value !== null && typeof value === "object" ? Object.entries(value).map(([name, each]) => `${name}: ${said(each)}`).join(", ") : String(value);
}
