/** How the report begins: what it is, what it rests on, and what it is not. */
import { html } from "../vendor/preact.js";
import { days, language, listed } from "../parts/format.js";
import { GradeLegend } from "../parts/grade.js";
import { Words } from "../parts/told.js";

/** Title, what the ledger holds, the note that nothing was verified, and how to read the grades. */
export function Opening({ story, t }) {
  const { overview } = story;
  return html`<header class="report-opening">
    <p class="kicker">${t("report.kicker")}</p>
    <h1>${t("report.title")}</h1>
    <p class="report-lead">${lead(overview, t)}</p>
    <p class="report-note"><strong>${t("report.unverified")}</strong></p>
    ${!overview.complete && html`<p class="report-note">${t("report.incomplete")}</p>`}
    <p class="report-prose">${t("report.what_it_is")}</p>
    <section class="report-grades"><h2>${t("report.grades_title")}</h2><${GradeLegend} t=${t} /></section>
    <p class="quiet report-prose"><${Words} text=${t("report.by", { version: overview.version, ledger: overview.ledger })} lang=${t.locale} /></p>
  </header>`;
}

function lead(overview, t) {
  const names = overview.languages.map((one) => language(one.id, t));
  return t("report.lead", {
    reports: t("report.reports", { n: overview.documents }),
    claims: t("report.claims", { n: overview.claims }),
    events: t("report.events", { n: overview.events }),
    languages: listed(names, t),
    period: days({ start: overview.first, end: overview.last }, t),
  });
}
