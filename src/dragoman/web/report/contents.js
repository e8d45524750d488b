/** The table of contents: the sections in order, each with its anchor. */
import { html } from "../vendor/preact.js";

/** The sections of the report, as anchors and as keys of their headings. */
export const SECTIONS = ["figures", "timeline", "map", "chronology", "disagreements", "tolls", "control", "sources", "quotes", "method", "limits", "left_out"];

/** Links to all sections. */
export function Contents({ t }) {
  return html`<nav class="contents" aria-label=${t("report.contents")}>
    <p class="contents-title">${t("report.contents")}</p>
    <ol>${SECTIONS.map((name) => html`<li key=${name}><a href=${`#${name}`}>${t(`report.sections.${name}`)}</a></li>`)}</ol>
  </nav>`;
}

/** A section with its heading, a note below it, how to use it on a screen, and what it holds. */
export function Section({ name, note, use, t, children }) {
  return html`<section class="report-section" id=${name} aria-labelledby=${`${name}-title`}>
    <h2 id=${`${name}-title`}>${t(`report.sections.${name}`)}</h2>
    ${note && html`<p class="section-note">${note}${use && html` <span class="no-print">${use}</span>`}</p>`}
    ${children}
  </section>`;
}
