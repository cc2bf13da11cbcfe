/**
 * Intl's formatters are slow to make and good for ever, and a page asks for dozens: each is made once for its locale
 * and manner. There are as many as there are pairs of them, which no visitor can add to.
 */
function onceEach<Manner extends object, Formatter>(make: (locale: string, manner: Manner) => Formatter) {
  const made = new Map<string, Formatter>();
  return (locale: string, manner: Manner = {} as Manner): Formatter => {
    const key = `${locale} ${JSON.stringify(manner)}`;
    const known = made.get(key);
    if (known) return known;
    const formatter = make(locale, manner);
    made.set(key, formatter);
    return formatter;
  };
}

export const numberFormat = onceEach(
  (locale, manner: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, manner),
);
export const dateTimeFormat = onceEach(
  (locale, manner: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, manner),
);
export const relativeTimeFormat = onceEach(
  (locale, manner: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, manner),
);
export const pluralRules = onceEach(
  (locale, manner: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, manner),
);
