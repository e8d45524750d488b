/** A claim as an entry of a list: its words, who says so, when, where, and the ways on. */
import { html } from "../vendor/preact.js";
import { Reality } from "../parts/claim.js";
import { days, language, share } from "../parts/format.js";
import { Told, Words } from "../parts/told.js";
import { useApp } from "./context.js";
import { link } from "./link.js";

/** The marked sentence and a line of facts. */
export function ClaimLine({ claim }) {
  const { t } = useApp();
  const { report, when } = claim;
  return html`<article class="claim-line">
    <${Told} pieces=${claim.pieces} dir=${report.dir} lang=${report.language} t=${t} />
    <p class="event-line"><a href=${link("claim", claim.id)}>${t.or(`types.${claim.type}`, claim.type)}</a> <${Reality} claim=${claim} t=${t} />
      <span>${t("claim.says")}: ${claim.says ? html`<${Words} text=${claim.says} />` : t("claim.unnamed_outlet")}</span>
      <span>${when.start || when.end ? days(when, t) : t("days.unknown")}</span>
      ${claim.places.length ? html`<span><${Words} text=${claim.places[0].name} /></span>` : null}
      <span>${language(report.language, t)}</span>
      <a href=${link("document", report.id)}><${Words} text=${report.title ?? t("claim.untitled")} /></a>
      ${claim.event ? html`<a href=${link("event", claim.event)}>${t("claim.event")}</a>` : null}
      <span title=${t("claim.confidence_meaning")}>${t("claim.confidence")}: <span class="number">${share(claim.confidence, t)}</span></span>
      ${claim.rejected ? html`<strong class="rejected-mark">${t("verdicts.rejected")}</strong>` : null}</p>
  </article>`;
}
