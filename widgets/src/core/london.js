// Time as clocks in England show it. Moments are milliseconds since 1970 in UTC.

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

const offsetFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  timeZoneName: "longOffset",
});

/** @type {Map<number, number>} */
const offsets = new Map();

/**
 * How far clocks in England are ahead of UTC at a moment. They change on the hour.
 * @param {number} moment
 */
export function offsetAt(moment) {
  const hour = Math.floor(moment / HOUR);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const name = offsetFormat.formatToParts(hour * HOUR).find((part) => part.type === "timeZoneName");
  const [, hours = "0", minutes = "0"] = /GMT\+(\d+):(\d+)/.exec(name?.value ?? "") ?? [];
  const offset = Number(hours) * HOUR + Number(minutes) * MINUTE;
  offsets.set(hour, offset);
  return offset;
}

/**
 * The reading of calendar and clock at a moment.
 * @param {number} moment
 */
export function readingAt(moment) {
  const local = new Date(moment + offsetAt(moment));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth(),
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
  };
}

/**
 * The moments at which clocks show what they show at `moment`: two in the hour that comes twice.
 * @param {number} moment
 * @returns {[number, number]} the first and the last
 */
export function momentsAlike(moment) {
  const local = moment + offsetAt(moment);
  const found = [local - HOUR, local].filter((one) => one + offsetAt(one) === local);
  return [found[0], found[found.length - 1]];
}

/**
 * The midnight with which the day of a moment begins, `days` days on.
 * @param {number} moment
 */
export function midnight(moment, days = 0) {
  const { year, month, day } = readingAt(moment);
  const local = Date.UTC(year, month, day + days);
  return local - offsetAt(local - offsetAt(local));
}

/**
 * The moment some days on at which clocks show the same.
 * @param {number} moment  @param {number} days
 */
export function daysOn(moment, days) {
  if (days === 0) return moment;
  const local = moment + offsetAt(moment) + days * DAY;
  return local - offsetAt(local - offsetAt(local));
}

/**
 * The midnights within a stretch.
 * @param {number} from  @param {number} to
 */
export function midnights(from, to) {
  const found = [];
  for (let one = midnight(from); one <= to; one = midnight(one, 1))
    if (one >= from) found.push(one);
  return found;
}

/**
 * The moments within a stretch at which clocks show a multiple of `step` since midnight. On the
 * night on which clocks go back, each hour that comes twice is there twice.
 * @param {number} from  @param {number} to  @param {number} step  at most half a day
 */
export function ticks(from, to, step) {
  const fine = Math.min(step, HOUR);
  const found = [];
  for (let one = Math.ceil(from / fine) * fine; one <= to; one += fine) {
    if ((one + offsetAt(one)) % step === 0) found.push(one);
  }
  return found;
}

/**
 * Where clocks change within a stretch.
 * @param {number} from  @param {number} to
 * @returns {{ at: number, back: boolean }[]}
 */
export function changes(from, to) {
  const found = [];
  for (const start of midnights(from - DAY, to)) {
    const before = offsetAt(start);
    if (offsetAt(midnight(start, 1)) === before) continue;
    let at = start;
    while (offsetAt(at) === before) at += HOUR;
    if (at >= from && at <= to) found.push({ at, back: offsetAt(at) < before });
  }
  return found;
}

/** @param {number} moment  @returns {string} `18:30` */
export function clock(moment) {
  const { hour, minute } = readingAt(moment);
  return `${two(hour)}:${two(minute)}`;
}

/** @param {number} moment  @returns {string} `14 Mar 2026` */
export function dayShort(moment) {
  const { day, month, year } = readingAt(moment);
  return `${day} ${MONTHS[month].slice(0, 3)} ${year}`;
}

/** @param {number} moment  @returns {string} `Sat 14 Mar` */
export function dayTick(moment) {
  const { weekday, day, month } = readingAt(moment);
  return `${WEEKDAYS[weekday].slice(0, 3)} ${day} ${MONTHS[month].slice(0, 3)}`;
}

/** @param {number} moment  @returns {string} `Saturday 14 March 2026` */
export function dayLong(moment) {
  const { weekday, day, month, year } = readingAt(moment);
  return `${WEEKDAYS[weekday]} ${day} ${MONTHS[month]} ${year}`;
}

/** @param {number} moment  @returns {string} `14 Mar 2026, 18:30` */
export function momentWords(moment) {
  return `${dayShort(moment)}, ${clock(moment)}`;
}

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, "0");
}
