/** What was not read, and why. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { Total } from "../app/listing.js";
import { Words } from "../parts/told.js";

/** The page. */
export function LeftOut() {
  const { t } = useApp();
  const page = usePage();
  return html`<${Heading} title=${t("leftout.title")} /><${Loaded} page=${page}>${(data) => html`<${Total} total=${data.left_out.length} what="left_out" />
    ${data.left_out.length ? html`<div class="scroll" role="region" tabindex="0" aria-label=${t("leftout.title")}><table><thead><tr>${["uri", "reason", "detail"].map((key) => html`<th key=${key} scope="col">${t(`leftout.${key}`)}</th>`)}</tr></thead>
      <tbody>${data.left_out.map((each, rank) => html`<tr key=${rank}><td><${Words} text=${each.uri} dir="ltr" /></td><td>${t.or(`leftout.reasons.${each.reason}`, each.reason)}</td><td><${Words} text=${each.detail ?? ""} /></td></tr>`)}</tbody></table></div>` : null}
    ${(data.notes ?? []).length ? html`<h2>${t("leftout.notes")}</h2><ul>${data.notes.map((note, rank) => html`<li key=${rank}><bdi class="told">${typeof note === "string" ? note : JSON.stringify(note)}</bdi></li>`)}</ul>` : null}
    <${OtherForms} />`}</${Loaded}>`;
}
