/** How it was made, by which version with which knowledge, and what it cannot do. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { GradeLegend } from "../parts/grade.js";
import { SlotLegend } from "../parts/told.js";

/** The page. */
export function About() {
  const { t } = useApp();
  const page = usePage();
  return html`<${Loaded} page=${page} title=${t("nav.about")}>${(data) => html`<${Heading} title=${t("nav.about")} />
    <section><h2>${t("about.method")}</h2><ol>${texts(data.method, t, "about.steps").map((line, rank) => html`<li key=${rank}>${line}</li>`)}</ol></section>
    <section><h2>${t("about.grades")}</h2><${GradeLegend} t=${t} /></section>
    <section><h2>${t("claim.legend")}</h2><${SlotLegend} t=${t} /></section>
    <section><h2>${t("about.limits")}</h2><ul>${texts(data.limits, t, "about.bounds").map((line, rank) => html`<li key=${rank}>${line}</li>`)}</ul></section>
    <section><h2>${t("about.made")}</h2><dl class="facts">
      ${["version", "theatres", "model", "packs"].filter((key) => data[key] !== undefined && data[key] !== null).map((key) => html`<div key=${key} class="fact"><dt>${t(`about.${key}`)}</dt><dd><bdi class="told">${said(data[key])}</bdi></dd></div>`)}</dl></section>
    <p><a href="/left-out">${t("leftout.title")}</a></p>
    <${OtherForms} />`}</${Loaded}>`;
}

/** The texts for keys that the server names; words of our own where it names none. */
function texts(keys, t, group) {
  const own = ["a", "b", "c", "d"].map((letter) => `${group}.${letter}`);
  const named = (keys ?? []).map((key) => (typeof key === "string" ? key : key.key));
  return (named.length ? named : own).map((key) => t.or(key, t.or(`${group}.${key}`, key)));
}

function said(value) {
  if (Array.isArray(value)) return value.map(said).join(", ");
  return value !== null && typeof value === "object" ? Object.entries(value).map(([name, each]) => `${name}: ${said(each)}`).join(", ") : String(value);
}
