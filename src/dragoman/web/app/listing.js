/** A list with its number, order and pages, gone through with j and k. */
import { html, useEffect, useRef, useState } from "../vendor/preact.js";
import { changed, href, one } from "./address.js";
import { useApp } from "./context.js";
import { useKeys } from "./keys.js";
import { go } from "./router.js";

/** How many there are; said aloud when it changes. */
export function Total({ total, what }) {
  const { t } = useApp();
  return html`<p class="total" role="status" aria-live="polite"><strong class="number">${total}</strong> ${t(`total.${what}`, { n: total })}</p>`;
}

/** The order of the list. */
export function Sort({ orders }) {
  const { t, address } = useApp();
  const choose = (event) => go(changed(address, { sort: event.target.value === orders[0] ? null : event.target.value }), { replace: true });
  return html`<label class="sort">${t("sort.label")}
    <select value=${one(address, "sort", orders[0])} onChange=${choose}>
      ${orders.map((order) => html`<option key=${order} value=${order}>${t(`sort.${order}`)}</option>`)}
    </select></label>`;
}

/** Links to the pages about this one. */
export function Pager({ page, pages }) {
  const { t, address } = useApp();
  if (!pages || pages < 2) return null;
  const link = (to, text, rel) => (to < 1 || to > pages ? html`<span class="button small" aria-disabled="true">${text}</span>`
    : html`<a class="button small" rel=${rel} href=${href(changed(address, { page: to === 1 ? null : to }))}>${text}</a>`);
  return html`<nav class="pager" aria-label=${t("pager.label")}>
    ${link(page - 1, `‹ ${t("pager.before")}`, "prev")}
    <span class="number">${t("pager.at", { page, pages })}</span>
    ${link(page + 1, `${t("pager.after")} ›`, "next")}
  </nav>`;
}

/** Items with one of them current: j and k move, Enter opens it; `draw(item)` draws one, `link(item)` is its page. */
export function Items({ items, draw, link, className = "items" }) {
  const { t } = useApp();
  const list = useRef(null);
  const [at, setAt] = useState(-1);
  useEffect(() => setAt(-1), [items]);
  const move = (step) => {
    const next = Math.max(0, Math.min(items.length - 1, at + step));
    setAt(next);
    focusItem(list.current?.children[next]);
  };
  useKeys([
    { key: "j", label: t("key.next"), run: () => move(1), off: !items.length },
    { key: "k", label: t("key.before"), run: () => move(-1), off: !items.length },
    { key: "Enter", label: t("key.open"), run: () => go(link(items[at])), off: at < 0 || !items[at] },
  ]);
  return html`<ol class=${className} ref=${list}>
    ${items.map((item, rank) => html`<li key=${item.id ?? rank} class=${rank === at ? "item current" : "item"} tabindex="-1"
      aria-current=${rank === at ? "true" : null} onFocusIn=${() => setAt(rank)}>${draw(item)}</li>`)}
  </ol>`;
}

function focusItem(item) {
  item?.focus({ preventScroll: true });
  item?.scrollIntoView({ block: "nearest" });
}
