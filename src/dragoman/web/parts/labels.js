/** Names written on a map: those of the largest towns first, as many as fit without touching each other or a marker. */

const HEIGHT = 15;
const GAP = 4;
/** From which number of inhabitants a town is named, by zoom. */
const TOWNS = [[4, 3e6], [5, 1e6], [6, 3e5], [7, 1e5], [8, 3e4], [9, 8e3], [10, 1]];

/** How many inhabitants a town needs to be named at a zoom. */
export function smallest(zoom) {
  return TOWNS.find(([upTo]) => zoom < upTo)?.[1] ?? 0;
}

/**
 * The labels that fit, each `{text, x, y, kind}` with its left middle at x, y.
 *
 * `wanted` are `{text, x, y, offset, kind}` in order of weight; `taken` boxes `{left, top, right, bottom}` stay free. A label
 * goes to the right of its point, else to its left (one of kind "marked" else below or above), else nowhere; one of kind
 * "country" is centred. `measure(label)` gives
 * the width of its words in pixels.
 */
export function fitted(wanted, taken, measure, most = 60) {
  const boxes = [...taken];
  const placed = [];
  for (const label of wanted) {
    if (placed.length >= most) break;
    const spot = spots(label, measure(label)).find((one) => !boxes.some((box) => touch(box, one)));
    if (!spot) continue;
    boxes.push(spot);
    placed.push({ ...label, x: spot.left, y: (spot.top + spot.bottom) / 2 });
  }
  return placed;
}

/** The box around a marker. */
export function around(x, y, size) {
  return { left: x - size, top: y - size, right: x + size, bottom: y + size };
}

function spots({ x, y, offset = GAP, kind }, width) {
  const box = (left) => ({ left, right: left + width, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 });
  if (kind === "country") return [box(x - width / 2)];
  const sides = [box(x + offset), box(x - offset - width)];
  return kind === "town" ? sides : [...sides, lower(box(x - width / 2), offset + HEIGHT / 2), lower(box(x - width / 2), -offset - HEIGHT / 2)];
}

function lower(box, by) {
  return { ...box, top: box.top + by, bottom: box.bottom + by };
}

function touch(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
