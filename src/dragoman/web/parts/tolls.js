/** Numbers of people and things as bars, one for each source, on one axis for what may be compared; nothing is added up. */
import { html, useMemo, useState } from "../vendor/preact.js";
import { counted, days, range } from "./format.js";
import { axis, isWide, panels, reach, ticks } from "./tollgroups.js";
import { Words } from "./told.js";

const FIRST = 8; // groups that are drawn at once
const CLAIMS = 3;
const UNNAMED = /^unnamed outlet of /;

/**
 * - `tolls`: as the views give them. Where there are none, `ranges` (of a source over all that it tells, with `best`) are drawn.
 * - `link(kind, id)`: an address or null.
 */
export function Tolls({ tolls = [], ranges = [], t, link }) {
  const drawn = useMemo(() => panels(tolls.length ? tolls : ranges.map(asToll)), [tolls, ranges]);
  if (drawn.length === 0) return html`<p class="quiet">${t("charts.tolls.nothing")}</p>`;
  return html`<div class="tolls">${drawn.map((panel, place) => html`<${Panel} first=${place === 0} key=${`${panel.what} ${panel.cumulative}`} panel=${panel} t=${t} link=${link} />`)}</div>`;
}

/** One thing that is counted, of incidents or of periods, on one axis. */
function Panel({ panel, first, t, link }) {
  const [shown, setShown] = useState(FIRST);
  const groups = panel.groups.slice(0, shown);
  const rows = groups.flatMap((group) => group.rows);
  const wide = isWide(rows);
  const scale = axis(rows, wide);
  const left = panel.groups.length - groups.length;
  return html`<section class="toll-panel">
    <h3>${t(panel.cumulative ? "charts.tolls.sums" : "charts.tolls.incidents", { what: t.or(`what.${panel.what}`, panel.what) })}</h3>
    <p class="quiet">${t(panel.cumulative ? "charts.tolls.sums_meaning" : "charts.tolls.incidents_meaning")}</p>
    <div class="scroll"><table class="toll-table">
      ${(first || wide) && html`<caption>${first && t("charts.tolls.axis")}${" "}${wide && t("charts.tolls.axis_log")}</caption>`}
      <thead><tr><th scope="col">${t("charts.tolls.source")}</th><th scope="col" class="toll-axis-name"><span class="hidden-words">${t("charts.tolls.bar")}</span><${Axis} scale=${scale} marks=${ticks(scale, wide)} t=${t} /></th><th scope="col">${t("charts.tolls.number")}</th></tr></thead>
      ${groups.map((group) => html`<${Group} key=${`${group.scope} ${group.who}`} group=${group} what=${panel.what} scale=${scale} marks=${ticks(scale, wide)} t=${t} link=${link} />`)}
    </table></div>
    ${left > 0 && html`<p><button type="button" class="no-print" onClick=${() => setShown(shown + 50)}>${t("charts.tolls.more", { n: left })}</button></p>`}
  </section>`;
}

function Group({ group, what, scale, marks, t, link }) {
  const event = group.scope?.startsWith("e_");
  const to = event || group.place ? link?.(event ? "event" : "place", group.scope) : null;
  const place = group.place ? html`<${Words} text=${group.place} />` : t("charts.tolls.somewhere");
  return html`<tbody>
    <tr class="toll-group"><th scope="rowgroup" colspan="3">${to ? html`<a href=${to}>${place}</a>` : place} · ${counted({ what, who: group.who }, t)}</th></tr>
    ${group.rows.map((row, at) => html`<${Row} key=${at} row=${row} scale=${scale} marks=${marks} t=${t} link=${link} />`)}
  </tbody>`;
}

function Row({ row, scale, marks, t, link }) {
  const name = UNNAMED.test(row.source) ? t("claim.unnamed_outlet") : row.from_name ?? row.source;
  const to = UNNAMED.test(row.source) ? null : link?.("source", row.source);
  const words = html`<${Words} text=${name} />`;
  const period = row.from || row.until ? days({ start: row.from, end: row.until }, t) : null;
  return html`<tr class="toll-row">
    <th scope="row">${to ? html`<a href=${to}>${words}</a>` : words}${period && html`<span class="toll-period">${period}</span>`}</th>
    <td class="toll-cell"><${Bar} row=${row} scale=${scale} marks=${marks} /></td>
    <td class="toll-number"><strong class="number">${range(row.low, row.high, t)}</strong>
      ${link && (row.claims ?? []).slice(0, CLAIMS).map((id) => html`${" "}<a class="id" href=${link("claim", id)}>${id}</a>`)}</td>
  </tr>`;
}

/** The bar from low to high; "at least" fades out into an arrow; the best figure is a tick, a single figure a square. */
function Bar({ row, scale, marks }) {
  const [left, right] = [at(scale, row.low), at(scale, reach(row))];
  const best = row.best !== undefined && row.low !== row.high ? at(scale, row.best) : null;
  return html`<svg class="toll-bar" width="100%" height="22" aria-hidden="true">
    ${marks.map((mark) => html`<line key=${mark} class="toll-grid" x1=${`${scale(mark)}%`} x2=${`${scale(mark)}%`} y1="0" y2="22" />`)}
    ${row.high === row.low
      ? html`<svg class="toll-spot" x=${`${left}%`} y="11"><rect class="toll-fill" x="-5" y="-5" width="10" height="10" /></svg>`
      : html`<rect class=${row.high === null ? "toll-fill toll-open" : "toll-fill"} x=${`${left}%`} y="6" width=${`${right - left}%`} height="10" />
        <line class="toll-end" x1=${`${left}%`} x2=${`${left}%`} y1="3" y2="19" />`}
    ${row.high === null && html`<svg class="toll-spot" x=${`${right}%`} y="11"><path class="toll-arrow" d="M-1-7 8 0-1 7Z" /></svg>`}
    ${row.high !== null && row.high !== row.low && html`<line class="toll-end" x1=${`${right}%`} x2=${`${right}%`} y1="3" y2="19" />`}
    ${best !== null && html`<svg class="toll-spot" x=${`${best}%`} y="11"><path class="toll-best" d="M0-10V10M-3-10H3" /></svg>`}
  </svg>`;
}

function Axis({ scale, marks, t }) {
  const number = new Intl.NumberFormat(t.locale, { notation: "compact" });
  const anchor = (mark) => (scale(mark) < 4 ? "start" : scale(mark) > 94 ? "end" : "middle");
  return html`<svg class="toll-axis" width="100%" height="20" aria-hidden="true">${marks.map((mark) => html`<g key=${mark}>
    <line x1=${`${scale(mark)}%`} x2=${`${scale(mark)}%`} y1="15" y2="20" /><text x=${`${scale(mark)}%`} y="12" text-anchor=${anchor(mark)}>${number.format(mark)}</text></g>`)}</svg>`;
}

/** Where a number lies on the axis; on a logarithmic one nought lies at its foot. */
function at(scale, n) {
  return Math.max(0, Math.min(100, scale(Math.max(n, scale.domain()[0]))));
}

/** The range of one source in the shape of a toll. */
function asToll({ by, name, since, ...rest }) {
  return { ...rest, from: since ?? rest.from ?? null, source: by ?? name, from_name: name, scope: rest.scope?.id ?? null, place_name: rest.scope?.name ?? null };
}
