import { formatCredits } from "../credits";
import { formatMoney } from "../money";
import { formatDateTime } from "../time";

const LOCALE = "en-US";
const NOTHING = "–";

/** A field that a change touched. `from` is null where there was nothing to change, `to` where nothing is left. */
export interface FieldDifference {
  field: string;
  from: string | null;
  to: string | null;
}

type Facts = Record<string, unknown>;

/** What a row of the audit log says was before and after, field by field; what stayed the same is left out. */
export function differences(before: string | null, after: string | null): FieldDifference[] {
  const [old, fresh] = [factsIn(before), factsIn(after)];
  const currency = currencyIn(fresh) ?? currencyIn(old) ?? "usd";
  return [...new Set([...Object.keys(old ?? {}), ...Object.keys(fresh ?? {})])]
    .filter((key) => !isSame(old?.[key], fresh?.[key]))
    .map((key) => ({
      field: labelOf(key),
      from: old && key in old ? inWords(key, old[key], currency) : null,
      to: fresh && key in fresh ? inWords(key, fresh[key], currency) : null,
    }));
}

/** "Price $49.00 → $59.00", for a line of a file. */
export const differenceInWords = ({ field, from, to }: FieldDifference): string =>
  from === null ? `${field}: ${to ?? NOTHING}` : `${field}: ${from} → ${to ?? NOTHING}`;

function factsIn(text: string | null): Facts | null {
  const facts: unknown = text === null ? null : JSON.parse(text);
  if (facts === null) return null;
  return typeof facts === "object" && !Array.isArray(facts) ? (facts as Facts) : { value: facts };
}

const currencyIn = (facts: Facts | null): string | null =>
  typeof facts?.currency === "string" ? facts.currency : null;

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const UNITS = /(Minor|Micros|Bps)(Per1000)?$/;

/** "priceMinor" as "Price": the unit is said with the value. */
function labelOf(key: string): string {
  if (key === "email") return "E-mail";
  const words = key
    .replace(UNITS, (_, _unit, per) => (per ? "Per1000" : ""))
    .replace(/([a-z])([A-Z0-9])/g, "$1 $2")
    .replace(/_/g, " ")
    .toLowerCase()
    .replace(/ id$/, " ID");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inWords(key: string, value: unknown, currency: string): string {
  if (value === null || value === undefined || value === "") return NOTHING;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return inUnits(key, value, currency);
  return typeof value === "string" ? value : JSON.stringify(value);
}

function inUnits(key: string, value: number, currency: string): string {
  if (/Minor(Per1000)?$/.test(key)) return formatMoney(value, currency, LOCALE);
  if (key.endsWith("Micros")) return formatCredits(value, LOCALE);
  if (key.endsWith("Bps")) return `${value / 100} %`;
  if (key.endsWith("At")) return formatDateTime(value, LOCALE);
  return value.toLocaleString(LOCALE);
}
