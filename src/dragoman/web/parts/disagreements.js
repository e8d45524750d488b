/** What the voices of an event differ on, field by field: each value with those who hold it. */
import { html } from "../vendor/preact.js";
import { field, reading } from "./format.js";
import { Words } from "./told.js";

/** A table of an event's disagreements; `claims` are its ClaimCards. Nothing where there are none. */
export function Disagreements({ event, claims, t, link }) {
  if (event.disagreements.length === 0) return null;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return html`<table class="disagreements">
    <thead><tr><th scope="col">${t("disagreement.field")}</th><th scope="col">${t("disagreement.reading")}</th><th scope="col">${t("disagreement.voices")}</th></tr></thead>
    ${event.disagreements.map((one, place) => html`<tbody key=${place}>${one.values.map((value, row) => html`<tr key=${row}>
      ${row === 0 && html`<th scope="rowgroup" rowspan=${one.values.length}>${field(one.field, t)}</th>`}
      <td class="reading"><${Words} text=${reading(one.field, value.value, t)} /></td>
      <td><${Voices} ids=${value.claims} byId=${byId} t=${t} link=${link} /></td>
    </tr>`)}</tbody>`)}
  </table>`;
}

/** The voices behind some claims, each once, with a link to each of its claims. */
export function voicesOf(ids, byId) {
  const voices = new Map();
  for (const id of ids) {
    const name = byId.get(id)?.says ?? null;
    voices.set(name, [...(voices.get(name) ?? []), id]);
  }
  return [...voices].map(([name, claims]) => ({ name, claims }));
}

function Voices({ ids, byId, t, link }) {
  return html`<ul class="inline-list">${voicesOf(ids, byId).map((voice) => html`<li key=${voice.name ?? ""}>
    ${voice.name ? html`<${Words} text=${voice.name} />` : t("claim.unnamed_outlet")}
    ${voice.claims.map((id) => html`${" "}<a class="id" href=${link("claim", id)}>${id}</a>`)}</li>`)}</ul>`;
}
