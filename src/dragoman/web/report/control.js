/** Who is said to hold what, as a table: each statement until another is reported. */
import { html } from "../vendor/preact.js";
import { day } from "../parts/format.js";
import { Side } from "../parts/sources.js";
import { Words } from "../parts/told.js";

/** A row for every hold `{place, holder, side, from, until, contested, claims}`. */
export function Control({ holds, t, link }) {
  const columns = ["place", "holder", "from", "until", "contested", "claims"];
  return html`<div class="scroll" role="group" aria-labelledby="control-title" tabindex="0"><table class="control">
    <thead><tr>${columns.map((key) => html`<th key=${key} scope="col">${t(`report.control.${key}`)}</th>`)}</tr></thead>
    <tbody>${holds.map((hold, place) => html`<tr key=${place}>
      <th scope="row"><${Words} text=${hold.place.name} /></th>
      <td><${Words} text=${hold.holder.name} /><br /><span class="quiet"><${Side} side=${hold.side} t=${t} /></span></td>
      <td>${hold.from ? day(hold.from, t) : t("days.unknown")}</td>
      <td>${hold.until ? day(hold.until, t) : html`<span class="quiet">${t("report.control.open")}</span>`}</td>
      <td>${hold.contested ? html`<strong class="realis">${t("report.control.yes")}</strong>` : html`<span class="quiet">${t("report.control.no")}</span>`}</td>
      <td>${hold.claims.map((id) => html`<a class="id" key=${id} href=${link("claim", id)}>${id}</a> `)}</td>
    </tr>`)}</tbody>
  </table></div>`;
}
