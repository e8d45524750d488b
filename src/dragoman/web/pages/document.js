/** One report with its whole text: every claim's words marked, the claims beside it. */
import { html, useMemo, useState } from "../vendor/preact.js";
import { changed, one } from "../app/address.js";
import { useApp } from "../app/context.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { go } from "../app/router.js";
import { Fact } from "../parts/facts.js";
import { clock, days, language } from "../parts/format.js";
import { SLOTS, SlotLegend, Words } from "../parts/told.js";

/** The page. */
export function Document() {
  const { t } = useApp();
  const page = usePage();
  return html`<${Loaded} page=${page} title=${t("claim.report")}>${(data) => html`<${Body} key=${data.document.id} data=${data} />`}</${Loaded}>`;
}

function Body({ data }) {
  const { t, address } = useApp();
  const { document, segments, claims } = data;
  const kept = one(address, "item", null);
  const [under, setLit] = useState(null);
  const lit = under ?? kept;
  const keep = (id) => go(changed(address, { item: id === kept ? null : id }), { replace: true });
  return html`<${Heading} title=${document.title ?? t("claim.untitled")} told />
    <${Facts} data=${data} />
    <${SlotLegend} t=${t} />
    <div class="document" onMouseLeave=${() => setLit(null)}>
      <div class="document-text" dir=${document.dir} lang=${document.language}>
        ${segments.map((segment, rank) => html`<${Segment} key=${rank} segment=${segment} lit=${lit} light=${setLit} />`)}
      </div>
      <section class="document-claims"><h2>${t("event.claims", { n: claims.length })}</h2>
        <ol class="plain">${claims.map((claim) => html`<${ClaimEntry} key=${claim.id} claim=${claim} lit=${lit} kept=${kept} light=${setLit} keep=${keep} />`)}</ol></section>
    </div>
    <${OtherForms} />`;
}

function Facts({ data }) {
  const { t } = useApp();
  const { document, uris } = data;
  const { published } = document;
  return html`<dl class="facts">
    <${Fact} name=${t("claim_page.outlet")}>${document.outlet ? html`<${Words} text=${document.outlet} />` : t("claim.unnamed_outlet")}<//>
    <${Fact} name=${t("claim_page.published")}>${days(published, t)} (${t("claim.published_basis", { basis: t(`published_bases.${published.basis}`) })})
      ${published.reasons?.length ? html` <span class="quiet"><bdi class="told">${published.reasons.join("; ")}</bdi></span>` : null}<//>
    <${Fact} name=${t("claim.language")}>${language(document.language, t)}<//>
    <${Fact} name=${t("claim.address")}>${(uris?.length ? uris : [document.uri]).map((uri) => html`<div key=${uri}><${Words} text=${uri} dir="ltr" /></div>`)}<//>
    <${Fact} name=${t("claim.hash")}><code class="hash">${document.sha256}</code><//>
    ${document.captured ? html`<${Fact} name=${t("claim_page.captured")}>${clock(document.captured, t)}<//>` : null}
  </dl>`;
}

/** Words as they are shown: no script piles up so many marks on a letter; more would cover the lines above. */
function calm(text) {
  return text.replace(/(\p{M}{8})\p{M}+/gu, "$1");
}

const FURNITURE = new Set(["furniture", "comment"]);

function Segment({ segment, lit, light }) {
  const { t } = useApp();
  const text = html`<p class=${`segment segment-${segment.role} told`} dir="auto">${segment.pieces.map((piece, rank) => html`<${Piece} key=${rank} piece=${piece} lit=${lit} light=${light} />`)}</p>`;
  if (!FURNITURE.has(segment.role)) return text;
  return html`<details class="furniture" lang=${t.locale}><summary dir="ltr">${t(`roles.${segment.role}`)}</summary>${text}</details>`;
}

function Piece({ piece, lit, light }) {
  const { marks, text } = piece;
  const slot = useMemo(() => SLOTS.find((each) => marks.some((mark) => mark.slot === each)), [marks]);
  if (!marks.length) return calm(text);
  const mine = marks.some((mark) => mark.claim === lit);
  const classes = ["piece", slot ? `slot slot-${slot}` : "", lit && !mine ? "dim" : "", mine ? "lit" : ""].filter(Boolean).join(" ");
  return html`<span class=${classes} onMouseEnter=${() => light(marks[0].claim)}>${calm(text)}</span>`;
}

function ClaimEntry({ claim, lit, kept, light, keep }) {
  const { t } = useApp();
  const shown = lit === claim.id;
  return html`<li class=${shown ? "document-claim lit" : "document-claim"} onMouseEnter=${() => light(claim.id)} onFocusIn=${() => light(claim.id)}>
    <button type="button" class="link" aria-pressed=${kept === claim.id} onClick=${() => keep(claim.id)}>${t.or(`types.${claim.type}`, claim.type)}</button>
    ${" "}<span class="quiet">${t(`realis.${claim.realis}`)}</span>
    <div>${claim.says ? html`<${Words} text=${claim.says} />: ` : null}<${Words} text=${claim.trigger.text} lang=${claim.report.language} /></div>
    <a class="id" href=${link("claim", claim.id)}>${claim.id}</a>
    ${claim.event ? html` · <a href=${link("event", claim.event)}>${t("claim.event")}</a>` : null}</li>`;
}
