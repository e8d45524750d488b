/** Long lists in pages: on the screen a page at a time, on paper as much as was asked for. */
import { html } from "../vendor/preact.js";

/** So many events stand on one page of the screen. */
export const SIZE = 200;

/** So many events are printed without being asked for one by one. */
export const PRINTED = 400;

/** The page of some events: `{page, pages, shown}`; `page` from 1, moved into what there is. */
export function paged(events, page, size = SIZE) {
  const pages = Math.max(1, Math.ceil(events.length / size));
  const here = Math.min(Math.max(1, page), pages);
  return { page: here, pages, shown: events.slice((here - 1) * size, here * size) };
}

/** The page on which an event stands; 0 where it does not. */
export function pageOf(events, id, size = SIZE) {
  const place = events.findIndex((event) => event.id === id);
  return place < 0 ? 0 : Math.floor(place / size) + 1;
}

/** Buttons to the neighbouring pages; nothing where there is one page. */
export function Pager({ page, pages, onPage, t }) {
  if (pages === 1) return null;
  return html`<nav class="pager no-print" aria-label=${t("report.page", { page, pages })}>
    <button type="button" disabled=${page === 1} onClick=${() => onPage(page - 1)}>${t("report.earlier")}</button>
    <span>${t("report.page", { page, pages })}</span>
    <button type="button" disabled=${page === pages} onClick=${() => onPage(page + 1)}>${t("report.later")}</button>
  </nav>`;
}
