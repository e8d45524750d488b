/** Events over time, stacked by grade, with a brush and two fields to choose days. */
import { html, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "../vendor/preact.js";
import { bars, core, days, endOf, startOf, total, unitOf } from "./bins.js";
import { day as written, formatter, number } from "./format.js";
import { GRADES, shapeOf } from "./grade.js";
import { Brush } from "./brush.js";
import { GradePatterns } from "./patterns.js";

const HEIGHT = 170;
const MARGIN = { top: 10, right: 12, bottom: 24, left: 40 };
const NARROW = 320;

/**
 * - `bins`: `[{day, single, repeated, corroborated, conceded, contested}]`, days with events only.
 * - `range`: `[from, to]` ISO days that are chosen, or null; `onRange([from, to] | null)` when the reader chooses.
 */
export function Timeline({ bins, range, onRange, t }) {
  const [whole, setWhole] = useState(false);
  const [frame, width] = useWidth();
  const id = useId();
  const view = useMemo(() => viewed(bins, whole), [bins, whole]);
  if (bins.length === 0) return html`<p class="quiet">${t("charts.timeline.nothing")}</p>`;
  const scales = scaled(view, width);
  return html`<figure class="timeline" ref=${frame}>
    <${Chosen} bins=${bins} view=${view} range=${range} onRange=${onRange} t=${t} />
    <svg class="timeline-drawing" viewBox=${`0 0 ${width} ${HEIGHT}`} width=${width} height=${HEIGHT} role="img" aria-labelledby=${`${id}-words`}>
      <${GradePatterns} id=${id} />
      <${Axes} ...${scales} width=${width} unit=${view.unit} t=${t} />
      ${view.bars.map((bar) => html`<${Bar} key=${+bar.start} bar=${bar} ...${scales} id=${id} range=${range} unit=${view.unit} t=${t} />`)}
      <${Brush} x=${scales.x} top=${MARGIN.top} bottom=${HEIGHT - MARGIN.bottom} range=${range} unit=${view.unit} onRange=${onRange} />
    </svg>
    <figcaption class="timeline-caption">
      <p id=${`${id}-words`} class="timeline-words">${summary(bins, view, t)}</p>
      ${(view.outside > 0 || whole) && html`<p class="no-print"><button type="button" onClick=${() => setWhole(!whole)}>${whole ? t("charts.timeline.core") : t("charts.timeline.outside", { n: view.outside })}</button></p>`}
      <${Legend} id=${id} t=${t} />
    </figcaption>
  </figure>`;
}

/** The chosen days as two fields, for the keyboard and for exact days. */
function Chosen({ bins, view, range, onRange, t }) {
  const [first, last] = d3.extent(bins, (bin) => bin.day);
  const [from, to] = range ?? [view.from, view.to];
  const choose = (a, b) => a && b && onRange(a <= b ? [a, b] : [b, a]);
  return html`<div class="timeline-chosen no-print" role="group" aria-label=${t("charts.timeline.choose")}>
    <label>${t("charts.timeline.from")} <input type="date" min=${first} max=${last} value=${from} onChange=${(event) => choose(event.target.value, to)} /></label>
    <label>${t("charts.timeline.to")} <input type="date" min=${first} max=${last} value=${to} onChange=${(event) => choose(from, event.target.value)} /></label>
    <button type="button" disabled=${!range} onClick=${() => onRange(null)}>${t("charts.timeline.all")}</button>
    <span class="quiet timeline-hint">${t("charts.timeline.hint")}</span>
  </div>`;
}

function Bar({ bar, x, y, id, range, unit, t }) {
  const [left, right] = [x(bar.start), x(bar.end)];
  const width = Math.max(1, right - left - (right - left > 4 ? 1 : 0));
  const outside = range && (+bar.end <= Date.parse(range[0]) || +bar.start > Date.parse(range[1]));
  let sum = 0;
  return html`<g class=${outside ? "bar bar-outside" : "bar"}><title>${barWords(bar, unit, t)}</title>
    ${GRADES.filter((grade) => bar[grade]).map((grade) => {
      const top = y((sum += bar[grade]));
      return html`<rect key=${grade} x=${left} y=${top} width=${width} height=${y(sum - bar[grade]) - top} class=${`bar-${grade}`} fill=${`url(#${id}-${grade})`} />`;
    })}
  </g>`;
}

function Axes({ x, y, width, t }) {
  const marks = x.ticks(Math.max(2, Math.floor(width / 110)));
  const counts = y.ticks(4).filter(Number.isInteger);
  const foot = HEIGHT - MARGIN.bottom;
  return html`<g class="axes" aria-hidden="true">
    ${counts.map((count) => html`<g key=${count} transform=${`translate(0 ${y(count)})`}><line x1=${MARGIN.left} x2=${width - MARGIN.right} /><text x=${MARGIN.left - 6} y="4" text-anchor="end">${number(count, t)}</text></g>`)}
    ${marks.map((mark) => html`<g key=${+mark} transform=${`translate(${x(mark)} ${foot})`}><line y2="5" /><text y="17" text-anchor=${x(mark) > width - 2 * MARGIN.right ? "end" : "middle"}>${tick(mark, t)}</text></g>`)}
    <line class="axis-foot" x1=${MARGIN.left} x2=${width - MARGIN.right} y1=${foot} y2=${foot} />
  </g>`;
}

function Legend({ id, t }) {
  return html`<ul class="chart-legend" aria-label=${t("charts.legend")}>${GRADES.map((grade) => html`<li key=${grade}>
    <svg width="18" height="14" aria-hidden="true"><rect class=${`bar-${grade}`} x=".5" y=".5" width="17" height="13" fill=${`url(#${id}-${grade})`} /></svg>
    <span class=${`disc-text-${grade}`} aria-hidden="true">${shapeOf(grade)}</span> ${t(`grades.${grade}`)}</li>`)}</ul>`;
}

/** What the picture says, in a sentence. */
function summary(bins, view, t) {
  const n = bins.reduce((sum, bin) => sum + total(bin), 0);
  const most = view.bars.reduce((a, bar) => (bar.total > a.total ? bar : a), view.bars[0]);
  const found = t("charts.timeline.summary", { n, from: written(view.from, t), to: written(view.to, t), unit: t(`charts.timeline.units.${view.unit}`) });
  return `${found} ${t("charts.timeline.most", { when: unitWords(most, view.unit, t), n: most.total })}`;
}

function barWords(bar, unit, t) {
  const grades = GRADES.filter((grade) => bar[grade]).map((grade) => `${t(`grades.${grade}`)} ${bar[grade]}`);
  return [`${unitWords(bar, unit, t)}: ${t("charts.events", { n: bar.total })}`, ...grades].join("\n");
}

function unitWords({ start, end }, unit, t) {
  const iso = (date) => date.toISOString().slice(0, 10);
  if (unit === "day") return written(iso(start), t);
  if (unit === "week") return t("charts.timeline.week", { from: written(iso(start), t), to: written(iso(new Date(end - 1)), t) });
  return formatter(t, { year: "numeric", ...(unit === "month" ? { month: "long" } : {}) }).format(start);
}

function viewed(bins, whole) {
  if (bins.length === 0) return null;
  const { from, to } = core(bins);
  const ends = whole ? d3.extent(bins, (bin) => bin.day) : [from, to];
  const unit = unitOf(days({ from: ends[0], to: ends[1] }));
  return { from: ends[0], to: ends[1], outside: core(bins).outside, unit, bars: bars(bins, unit, ends) };
}

function scaled({ from, to, unit, bars: drawn }, width) {
  const x = d3.scaleUtc([startOf(from, unit), endOf(startOf(to, unit), unit)], [MARGIN.left, width - MARGIN.right]);
  const y = d3.scaleLinear([0, d3.max(drawn, (bar) => bar.total)], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
  return { x, y };
}

/** A tick in words: the year at its start, else the month, else the day with its month. */
function tick(date, t) {
  const options = date.getUTCDate() !== 1 ? { day: "numeric", month: "short" } : date.getUTCMonth() !== 0 ? { month: "short", year: "2-digit" } : { year: "numeric" };
  return formatter(t, options).format(date);
}

function useWidth() {
  const [frame, [width, setWidth]] = [useRef(null), useState(NARROW * 2)];
  const measure = () => frame.current && setWidth(Math.max(NARROW, Math.floor(frame.current.clientWidth) || NARROW * 2));
  useLayoutEffect(measure, []);
  useEffect(() => {
    const sizes = new ResizeObserver(measure);
    if (frame.current) sizes.observe(frame.current);
    return () => sizes.disconnect();
  }, []);
  return [frame, width];
}
