/** The chain of attribution of a claim: from the outlet over those that it quotes to the one who says so. */
import { html } from "../vendor/preact.js";
import { Words } from "./told.js";

/**
 * The links of a claim's chain, outermost first: `{id, name, cue, stance, outlet}`. The outlet opens it; a claim without
 * speakers ends there, in the outlet's own voice.
 */
export function links(claim) {
  const outlet = { id: null, name: claim.report.outlet, cue: null, stance: null, outlet: true };
  return [outlet, ...claim.attribution.map((speaker) => ({ ...speaker, outlet: false }))];
}

/** An ordered list of the chain; its last link is the voice that the claim counts for. */
export function Chain({ claim, t, link }) {
  const all = links(claim);
  return html`<ol class="chain" aria-label=${t("claim.chain")}>
    ${all.map((one, place) => html`<${Link} key=${place} one=${one} last=${place === all.length - 1} t=${t} link=${link} lang=${claim.report.language} />`)}
  </ol>`;
}

function Link({ one, last, t, link, lang }) {
  const name = one.name ? html`<${Words} text=${one.name} />` : t("claim.unnamed_outlet");
  const target = one.id && link ? link("source", one.id) : null;
  return html`<li class=${last ? "chain-link chain-last" : "chain-link"}>
    ${last && html`<span class="chain-says">${t("claim.says")}</span>${" "}`}
    <span class="chain-name">${target ? html`<a href=${target}>${name}</a>` : name}</span>
    ${one.cue && html`${" "}<q class="chain-cue"><${Words} text=${one.cue} lang=${lang} /></q>`}
    ${one.stance && html`${" "}<span class="chain-stance">(${t(`stances.${one.stance}`)})</span>`}
    ${last && one.outlet && html`${" "}<span class="chain-stance">(${t("claim.own_voice")})</span>`}
  </li>`;
}
