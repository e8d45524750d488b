/** Days, numbers and names of languages as the reader's language writes them. Days are always UTC calendar days. */

const SHORT_HASH = 12;

/** English days are written day first, as in the chronology. */
const DATES = { en: "en-GB" };

/** One day in full, as "12 November 2016"; `iso` is YYYY-MM-DD. */
export function day(iso, t) {
  return formatter(t, { day: "numeric", month: "long", year: "numeric" }).format(date(iso));
}

/** A day with its weekday, as a heading. */
export function dayHeading(iso, t) {
  return capital(formatter(t, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(date(iso)));
}

/** The month of a day with its year, in the case that a preposition of time takes. */
export function month(iso, t) {
  return t("days.month", { month: part(iso, "month", t), year: iso.slice(0, 4) });
}

/**
 * An interval of days in words: "12 November 2016", "between 12 and 14 November 2016", "in November 2016", "until …".
 * `when` is the contract's `{start, end, precision}`; null days are open ends.
 */
export function days(when, t) {
  const { start, end } = when ?? {};
  if (!start && !end) return t("days.unknown");
  if (!start) return t("days.until", { last: day(end, t) });
  if (!end) return t("days.since", { first: day(start, t) });
  if (start === end) return t("days.on", { day: day(start, t) });
  return wholeYear(start, end, t) ?? wholeMonth(start, end, t) ?? between(start, end, t);
}

/** The interval with its hours, where the claim has them. */
export function moment(when, t) {
  const told = days(when, t);
  if (!when?.hours) return told;
  const [first, last] = when.hours;
  return `${told}, ${t(first === last ? "days.hour" : "days.hours", { first, last })}`;
}

/** A day capitalised for a heading; intervals in the same words as `days`. */
export function heading(when, t) {
  return when?.start && when.start === when.end ? dayHeading(when.start, t) : capital(days(when, t));
}

/** A number as the locale groups it. */
export function number(value, t) {
  return numbers(t, {}).format(value);
}

/** "7", "at least 7" (no upper end) or "7 to 10". */
export function range(low, high, t) {
  const values = { low: number(low, t), high: high === null ? "" : number(high, t) };
  if (high === null) return t("numbers.least", values);
  return low === high ? t("numbers.exact", values) : t("numbers.between", values);
}

/** Share of one as per cent. */
export function share(value, t) {
  return numbers(t, { style: "percent", maximumFractionDigits: 0 }).format(value);
}

/** What is counted and who: "Killed, civilians". `name` is the party's own, where views know it. */
export function counted(count, t) {
  const what = t.or(`what.${count.what}`, count.what);
  if (!count.who || (count.what === "fighters" && count.who === "fighters")) return what;
  return t("numbers.labelled", { what, who: t.or(`who.${count.who}`, count.who_name ?? spaced(count.who)) });
}

/** The name of a language in the reader's own. */
export function language(code, t) {
  try {
    return kept(t, { type: "language" }, Intl.DisplayNames).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Names in a row: "A, B and C". */
export function listed(names, t) {
  return kept(t, { type: "conjunction" }, Intl.ListFormat).format(names);
}

/** A moment of the clock (captured, decided): day and time in UTC, as it was written down. */
export function clock(iso, t) {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return formatter(t, { dateStyle: "medium", timeStyle: "short" }).format(moment) + " UTC";
}

/** The first characters of a hash, enough to tell files apart by eye. */
export function shortHash(hash) {
  return hash.slice(0, SHORT_HASH);
}

/**
 * One value of a disagreement in words. Days come as `YYYY-MM-DD/YYYY-MM-DD`, numbers as `7`, `7-10` or `7+`;
 * everything else is a name from the reports.
 */
export function reading(field, value, t) {
  if (/^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/.test(value)) {
    const [start, end = start] = value.split("/");
    return days({ start, end }, t);
  }
  const count = /^(\d+)(?:-(\d+)|(\+))?$/.exec(value);
  if (count === null) return value;
  const low = Number(count[1]);
  return range(low, count[3] ? null : Number(count[2] ?? low), t);
}

/** The heading of a disagreement: a field's word, or what is counted ("killed civilians"). */
export function field(name, t) {
  if (t.has(`fields.${name}`)) return t(`fields.${name}`);
  const [what, who] = name.split(" ");
  return t.has(`what.${what}`) ? counted({ what, who }, t) : name;
}

function date(iso) {
  return new Date(`${iso}T00:00:00Z`);
}

const formatters = new Map();

/** Formatters are dear to make and asked for thousands of times. */
function kept(t, options, make) {
  const key = `${make.name} ${t.locale} ${JSON.stringify(options)}`;
  if (!formatters.has(key)) formatters.set(key, new make(DATES[t.locale] ?? t.locale, options));
  return formatters.get(key);
}

/** The formatter of days with these options; days are UTC. */
export function formatter(t, options) {
  return kept(t, { ...options, timeZone: "UTC" }, Intl.DateTimeFormat);
}

function numbers(t, options) {
  return kept(t, options, Intl.NumberFormat);
}

function part(iso, type, t) {
  const parts = formatter(t, { day: "numeric", month: "long", year: "numeric" }).formatToParts(date(iso));
  return parts.find((one) => one.type === type).value;
}

function wholeYear(start, end, t) {
  const year = start.slice(0, 4);
  return start === `${year}-01-01` && end === `${year}-12-31` ? t("days.in_year", { year }) : null;
}

function wholeMonth(start, end, t) {
  const next = new Date(date(end).getTime() + 86400000).toISOString();
  const whole = start.endsWith("-01") && start.slice(0, 7) === end.slice(0, 7) && next.slice(8, 10) === "01";
  return whole ? t("days.in_month", { month: month(start, t) }) : null;
}

/** "between 12 and 14 November 2016": the first day without what it shares with the last. */
function between(start, end, t) {
  let first = day(start, t);
  if (start.slice(0, 7) === end.slice(0, 7)) first = t("days.ordinal", { day: part(start, "day", t) });
  else if (start.slice(0, 4) === end.slice(0, 4)) first = formatter(t, { day: "numeric", month: "long" }).format(date(start));
  return t("days.between", { first, last: day(end, t) });
}

function capital(text) {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function spaced(id) {
  return id.replaceAll("-", " ");
}
