/** One claim with everything that a reader needs to judge it: who says it, in which words, where it comes from. */
import { html } from "../vendor/preact.js";
import { Chain } from "./chain.js";
import { Counts, Fact, Parties, Places, When } from "./facts.js";
import { clock, days, language, share, shortHash } from "./format.js";
import { Told, Words } from "./told.js";

/**
 * A card. `claim` is a ClaimCard of the views; `link(kind, id)` gives an address for "claim", "document", "actor", "place",
 * "source" (or null where there is none); `children` go below it (the review's buttons).
 */
export function ClaimCard({ claim, t, link, children }) {
  const { report } = claim;
  return html`<article class=${claim.rejected ? "card claim rejected" : "card claim"} id=${claim.id} aria-label=${`${t("claim.claim")} ${claim.id}`}>
    <${Marks} claim=${claim} t=${t} />
    <${Told} pieces=${claim.pieces} dir=${report.dir} lang=${report.language} t=${t} />
    <${Chain} claim=${claim} t=${t} link=${link} />
    <${Slots} claim=${claim} t=${t} link=${link} />
    <${Provenance} claim=${claim} t=${t} link=${link} />
    ${children}
  </article>`;
}

/** What the claim says, slot by slot, with realis and flags where they matter. */
export function Slots({ claim, t, link }) {
  const lang = claim.report.language;
  return html`<dl class="facts">
    <${Fact} name=${t("claim.what")}>${t(`types.${claim.type}`)}${claim.phase && ` (${t(`phases.${claim.phase}`)})`}${" "}<${Reality} claim=${claim} t=${t} /><//>
    ${claim.actors.length > 0 && html`<${Fact} name=${t("claim.who")}><${Parties} parties=${claim.actors} link=${link} /><//>`}
    ${claim.targets.length > 0 && html`<${Fact} name=${t("claim.whom")}><${Parties} parties=${claim.targets} link=${link} /><//>`}
    ${claim.places.length > 0 && html`<${Fact} name=${t("claim.where")}><${Places} places=${claim.places} t=${t} link=${link} /><//>`}
    <${Fact} name=${t("claim.when")}><${When} when=${claim.when} t=${t} /><//>
    ${claim.counts.length > 0 && html`<${Fact} name=${t("claim.numbers")}><${Counts} counts=${claim.counts} t=${t} lang=${lang} /><//>`}
    ${claim.flags.length > 0 && html`<${Fact} name=${t("claim.flags")}><${Flags} flags=${claim.flags} t=${t} /><//>`}
  </dl>`;
}

/** Which report it stands in: title, outlet, day and how that is known, language, address, hash. */
export function Provenance({ claim, t, link }) {
  const { report } = claim;
  const title = html`<${Words} text=${report.title ?? t("claim.untitled")} lang=${report.title ? report.language : t.locale} />`;
  const target = link?.("document", report.id);
  return html`<footer class="provenance">
    <p class="provenance-title">${target ? html`<a href=${target}>${title}</a>` : title}</p>
    <p class="provenance-line">${report.outlet ? html`<${Words} text=${report.outlet} />` : t("claim.unnamed_outlet")} · ${published(report, t)} · ${language(report.language, t)}</p>
    <details class="provenance-more">
      <summary>${t("claim.details")} · <code class="hash" title=${report.sha256}>${shortHash(report.sha256)}</code></summary>
      <dl class="facts">
        <${Fact} name=${t("claim.address")}><${Words} text=${report.uri} dir="ltr" /><//>
        <${Fact} name=${t("claim.hash")}><code class="hash">${report.sha256}</code><//>
        ${report.captured && html`<${Fact} name=${t("claim.captured")}>${clock(report.captured, t)}<//>`}
        <${Fact} name=${t("claim.confidence")}><span title=${t("claim.confidence_meaning")}>${share(claim.confidence, t)}</span><//>
        <${Fact} name=${t("claim.claim")}><a class="id" href=${link?.("claim", claim.id)}>${claim.id}</a> · ${t(`voices.${claim.voice}`)}<//>
      </dl>
    </details>
  </footer>`;
}

/** How far what is said is said to be real; plain happenings need no word. */
export function Reality({ claim, t }) {
  return claim.realis === "happened" ? null : html`<span class="realis">${t(`realis.${claim.realis}`)}</span>`;
}

/** What a reader should know before he relies on it. */
export function Flags({ flags, t }) {
  return html`<ul class="flags">${flags.map((flag) => html`<li key=${flag} class="flag" title=${t.or(`flag_meanings.${flag}`, flag)}>${t.or(`flags.${flag}`, flag)}</li>`)}</ul>`;
}

/** What people decided on it: that it is rejected, and the slots that they corrected. */
export function Marks({ claim, t }) {
  const corrections = claim.corrections ?? [];
  if (!claim.rejected && corrections.length === 0) return null;
  return html`<ul class="decided">
    ${claim.rejected && html`<li class="decided-rejected"><bdi class="told">${t("corrections.rejected", claim.rejected)}</bdi></li>`}
    ${corrections.map((one) => html`<li key=${one.judgement}><bdi class="told">${t("corrections.corrected", { ...one, slot: t.or(`fields.${one.slot}`, one.slot) })}</bdi></li>`)}
  </ul>`;
}

function published(report, t) {
  const { published: when } = report;
  const basis = t("claim.published_basis", { basis: t(`published_bases.${when.basis}`) });
  const told = when.start || when.end ? t("claim.published", { when: days(when, t) }) : t("days.unknown");
  return html`<span title=${[basis, ...(when.reasons ?? [])].join("; ")}>${told}${when.basis === "inferred" && ` (${t("published_bases.inferred")})`}</span>`;
}
