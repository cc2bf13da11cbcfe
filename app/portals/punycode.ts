const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const FIRST_SIGN = 128;

/**
 * The letters of a label that begins with "xn--", or null when it holds none. Browsers show them, so they are what a
 * person is deceived by. Source: RFC 3492, 6.2.
 */
export function lettersOf(label: string): string | null {
  if (!label.startsWith("xn--")) return label;
  const coded = label.slice(4);
  const split = Math.max(coded.lastIndexOf("-"), 0);
  const signs = [...coded.slice(0, split)];
  let [sign, bias, place, at] = [FIRST_SIGN, 72, 0, split > 0 ? split + 1 : 0];
  while (at < coded.length) {
    const from = place;
    for (let weight = 1, step = BASE; ; step += BASE) {
      const digit = digitOf(coded.charCodeAt(at));
      at += 1;
      if (digit === null) return null;
      place += digit * weight;
      const threshold = Math.min(Math.max(step - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    bias = nextBias(place - from, signs.length + 1, from === 0);
    sign += Math.floor(place / (signs.length + 1));
    place %= signs.length + 1;
    if (sign > 0x10ffff || sign >>> 11 === 0x1b) return null;
    signs.splice(place, 0, String.fromCodePoint(sign));
    place += 1;
  }
  return signs.join("");
}

function digitOf(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : null;
}

function nextBias(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / length);
  let steps = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; steps += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return steps + Math.floor((BASE * rest) / (rest + 38));
}
