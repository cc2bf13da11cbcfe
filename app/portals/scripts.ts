/** Letters that are told from Latin ones by nobody: a label of nothing else says a Latin word that it is not. */
const LATIN_TWINS = /^[асеорхуіѕјԁһԛԝкмнтвгпωορνκτυχιαβγաոսօ0-9-]+$/u;

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Thai}/u,
  // Japanese, Chinese and Korean are written with several scripts at once.
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
];

/** Whether a label's letters pass for others: of several scripts at once, or all of them twins of Latin ones. */
export function isDeceptive(label: string): boolean {
  const used = SCRIPTS.filter((script) => script.test(label));
  const letters = [...label].filter((sign) => /\p{L}/u.test(sign));
  const isOfNoScriptHere = letters.some((sign) => !SCRIPTS.some((script) => script.test(sign)));
  const isAscii = /^[a-z0-9-]+$/.test(label);
  const hidesSomething = /[\p{Cf}\p{Cc}\p{Z}]/u.test(label);
  if (isAscii) return false;
  return used.length > 1 || isOfNoScriptHere || hidesSomething || LATIN_TWINS.test(label);
}
