// The libraries as the build left them: what the pages import is there.
import assert from "node:assert/strict";
import test from "node:test";
import * as preact from "../../src/dragoman/web/vendor/preact.js";
import "../../src/dragoman/web/vendor/d3.min.js";

test("preact, its hooks and htm come out of one module", () => {
  const names = ["html", "h", "render", "Component", "createContext", "useState", "useReducer", "useEffect", "useLayoutEffect"];
  for (const name of [...names, "useRef", "useMemo", "useCallback", "useContext"]) assert.equal(typeof preact[name], "function", name);
  const node = preact.html`<p class="told">${"<b>"}</p>`;
  assert.equal(node.type, "p");
  assert.equal(node.props.children, "<b>");
});

test("d3 has what the charts use", () => {
  const names = ["select", "scaleLinear", "scaleLog", "scaleUtc", "stack", "brushX", "axisBottom", "max", "utcMonth", "utcFormat"];
  for (const name of [...names, "forceSimulation"]) assert.equal(typeof globalThis.d3[name], "function", name);
});
