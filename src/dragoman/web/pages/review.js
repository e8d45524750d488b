/** Review: the queue of what most needs a person, one decision on the screen at a time. */
import { html, useEffect, useRef, useState } from "../vendor/preact.js";
import { changed, href, one } from "../app/address.js";
import { useApp } from "../app/context.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { useKeys } from "../app/keys.js";
import { go } from "../app/router.js";
import { Item } from "../review/item.js";
import { useDeciding } from "../review/deciding.js";

const QUEUES = ["contested", "pairs", "doubtful", "names"];

/** The page. */
export function Review() {
  const { t, address } = useApp();
  const page = usePage();
  const queue = one(address, "queue", QUEUES[0]);
  return html`<div class="review-head"><${Heading} title=${t("nav.review")} /></div>
    <${Loaded} page=${page}>${(data) => html`<${Queues} queue=${queue} queues=${data.queues ?? {}} />
      <${Work} key=${queue} data=${data} /><${OtherForms} />`}</${Loaded}>`;
}

function Queues({ queue, queues }) {
  const { t, address } = useApp();
  return html`<nav class="queues" aria-label=${t("queue.label")}>${QUEUES.map((name) => {
    const { total = 0, decided = 0 } = queues[name] ?? {};
    return html`<a key=${name} class="queue" aria-current=${name === queue ? "page" : null} title=${t(`queue.${name}_say`)} href=${href(changed(address, { queue: name, item: null }))}>
      <strong>${t(`queue.${name}`)}</strong>
      <span class="queue-progress"><progress max=${Math.max(total, 1)} value=${decided} aria-label=${t("queue.progress")}></progress> <span class="number">${t("queue.of", { decided, total })}</span></span></a>`;
  })}</nav>`;
}

/**
 * Items stay in the order in which they came, also while the server's own queue moves on: going back shows what was
 * decided, and the address names the item, not its number.
 */
function Work({ data }) {
  const { t, address, readOnly } = useApp();
  const items = useKept(data.items);
  const [decided, setDecided] = useState({});
  const undoing = useDeciding();
  const wanted = one(address, "item", null);
  const at = Math.max(0, items.findIndex((item) => item.key === wanted));
  const item = items[at];
  const show = (rank) => items[rank] && go(changed(address, { item: items[rank].key }), { replace: true });
  const last = useRef([]);
  const done = (answer, { stay = false } = {}) => {
    const { judgement } = answer;
    if (judgement) last.current.push({ judgement, key: item.key });
    if (stay) return;
    setDecided((all) => ({ ...all, [item.key]: judgement?.verdict ?? "written" }));
    if (item.kind === "pair" || item.kind === "claim") show(at + 1);
  };
  const undo = () => {
    const latest = last.current.at(-1);
    if (!latest) return;
    undoing.undo(latest.judgement, () => {
      last.current.pop();
      setDecided((all) => ({ ...all, [latest.key]: null }));
      go(changed(address, { item: latest.key }), { replace: true });
    });
  };
  useKeys([
    { key: "j", label: t("key.next"), run: () => show(at + 1) },
    { key: "k", label: t("key.before"), run: () => show(at - 1) },
    { key: "z", label: t("key.undo"), run: undo, off: readOnly },
  ]);
  if (!item) return html`<p class="nothing">${t("queue.empty")}</p>`;
  return html`<${Place} at=${at} of=${items.length} show=${show} undo=${undo} can=${last.current.length > 0} mark=${decided[item.key]} />
    ${undoing.outcome}
    <${Item} key=${item.key} item=${item} done=${done} next=${() => show(at + 1)} />`;
}

/** Items of several answers of the server, each once and with its newest content, those that came first before. */
function useKept(items) {
  const kept = useRef(new Map());
  for (const item of items) kept.current.set(item.key, item);
  return [...kept.current.values()];
}

function Place({ at, of, show, undo, can, mark }) {
  const { t } = useApp();
  const heading = useRef(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== at) heading.current?.focus({ preventScroll: true });
    if (before.current !== at) heading.current?.scrollIntoView({ block: "start" });
    before.current = at;
  }, [at]);
  return html`<div class="place-in-queue">
    <h2 tabindex="-1" ref=${heading}>${t("queue.at", { at: at + 1, of })}${mark ? html` <span class="decided-mark">✓ ${t.or(`verdicts.${mark}`, t.or(`grades.${mark}`, mark))}</span>` : null}</h2>
    <div class="buttons">
      <button type="button" class="button small" disabled=${at === 0} onClick=${() => show(at - 1)}>‹ ${t("pager.before")} <kbd>k</kbd></button>
      <button type="button" class="button small" disabled=${at + 1 >= of} onClick=${() => show(at + 1)}>${t("pager.after")} › <kbd>j</kbd></button>
      <button type="button" class="button small" disabled=${!can} onClick=${undo}>${t("history.undo")} <kbd>z</kbd></button>
    </div></div>`;
}
