/** The address bar is the state: reading it, changing it, and following links without leaving the page. */
import { useEffect, useState } from "../vendor/preact.js";
import { href, parse } from "./address.js";

const MOVED = "dragoman:moved";

/** Where the browser is now. */
export function here() {
  return parse(location.pathname, location.search);
}

/** Goes to an address (object or text); `replace` where the back button should not come back here. */
export function go(to, { replace = false } = {}) {
  const target = typeof to === "string" ? to : href(to);
  if (target === location.pathname + location.search) return;
  const path = location.pathname;
  history[replace ? "replaceState" : "pushState"](null, "", target);
  if (location.pathname !== path) scrollTo(0, 0);
  dispatchEvent(new Event(MOVED));
}

/** The address, always the one in the bar. */
export function useAddress() {
  const [address, setAddress] = useState(here);
  useEffect(() => {
    const update = () => setAddress(here());
    addEventListener("popstate", update);
    addEventListener(MOVED, update);
    return () => {
      removeEventListener("popstate", update);
      removeEventListener(MOVED, update);
    };
  }, []);
  return address;
}

/** Lets plain links of this application change the address instead of loading a page; keeps a language named in it. */
export function followLinks(root) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !isOurs(link) || !isPlain(event)) return;
    event.preventDefault();
    const language = here().params.lang;
    const to = parse(link.pathname, link.search);
    go(language && !to.params.lang ? { path: to.path, params: { ...to.params, lang: language } } : to);
  });
}

function isPlain(event) {
  return event.button === 0 && !event.defaultPrevented && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

function isOurs(link) {
  if (link.origin !== location.origin || link.target || link.hasAttribute("download")) return false;
  if (link.pathname === location.pathname && link.search === location.search && link.hash) return false;
  return !/\.(json|csv)$/.test(link.pathname);
}
